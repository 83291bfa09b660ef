package dev.embeam.transform.snapshot;

import dev.embeam.identity.ChangeFilter;
import dev.embeam.identity.ContentHashes;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.sharing.Lease;
import dev.embeam.snapshot.TableState;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.jspecify.annotations.Nullable;

/** Keeps the documents whose content a snapshot does not hold. */
final class FindChangedFn extends DoFn<DocumentBatch, DocumentBatch> {
    private static final long serialVersionUID = 1L;
    private final TableState state;
    private transient @Nullable Lease<ContentHashes> shared;
    private transient @Nullable ChangeFilter filter;

    FindChangedFn(TableState state) {
        this.state = state;
    }

    /** Reads the hashes, or finds them read. */
    @Setup
    public void acquire() {
        Lease<ContentHashes> acquired = StoredHashes.SHARED.acquire(state);
        shared = acquired;
        boolean ready = false;
        try {
            acquired.get();
            ready = true;
        } finally {
            // Not every runner tears down a function whose setup failed.
            if (!ready) {
                release();
            }
        }
    }

    @StartBundle
    public void startBundle() {
        filter = new ChangeFilter(Objects.requireNonNull(shared).get());
    }

    @ProcessElement
    public void process(@Element DocumentBatch batch, OutputReceiver<DocumentBatch> out) {
        Objects.requireNonNull(filter).apply(batch).ifPresent(out::output);
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
        Objects.requireNonNull(filter)
                .flush()
                .ifPresent(left -> context.output(left, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
    }

    /** Lets the hashes go. */
    @Teardown
    public void release() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }
}
