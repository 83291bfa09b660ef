package dev.embeam.transform.embed;

import dev.embeam.model.TextEncoder;
import dev.embeam.sharing.Lease;

/**
 * The use of a model outside of the functions that encode, so that what looks at a model before a job and the workers of
 * that job in the same JVM share one table. Close it when the job has ended.
 */
public final class ModelLease implements AutoCloseable {
    private final Lease<TextEncoder> shared;

    ModelLease(Lease<TextEncoder> shared) {
        this.shared = shared;
    }

    /**
     * The model, read at the first call in this JVM.
     *
     * @throws dev.embeam.schema.CorruptDataException if a file is missing, damaged or of a kind that is not supported
     * @throws IllegalArgumentException if the settings do not fit the model
     */
    public TextEncoder model() {
        return shared.get();
    }

    @Override
    public void close() {
        shared.close();
    }
}
