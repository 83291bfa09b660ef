package dev.embeam.transform.embed;

import dev.embeam.model.TextEncoder;
import dev.embeam.sharing.Lease;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.jspecify.annotations.Nullable;

/**
 * A function that uses a shared model from its setup to its teardown.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
abstract class ModelFn<I, O> extends DoFn<I, O> {
    private static final long serialVersionUID = 1L;

    private final ModelSource source;
    private transient @Nullable Lease<TextEncoder> shared;

    ModelFn(ModelSource source) {
        this.source = source;
    }

    /** Takes what the function needs of the model. */
    abstract void use(TextEncoder model);

    /** Reads the model, or finds it read. */
    @Setup
    public void acquire() {
        Lease<TextEncoder> acquired = ModelSource.SHARED.acquire(source);
        shared = acquired;
        boolean ready = false;
        try {
            use(acquired.get());
            ready = true;
        } finally {
            // Not every runner tears down a function whose setup failed.
            if (!ready) {
                release();
            }
        }
    }

    /** Lets the model go. */
    @Teardown
    public void release() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
        builder.add(DisplayData.item("model", source.location()))
                .add(DisplayData.item("settings", source.settings().toString()))
                .add(DisplayData.item("documents", source.documents().toString()));
    }
}
