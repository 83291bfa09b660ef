package dev.embeam.transform.compress;

import dev.embeam.compress.MeasuredRecipe;
import dev.embeam.compress.Recipe;
import dev.embeam.sharing.Lease;
import dev.embeam.sharing.Shared;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Tries recipes on a model that all functions of the JVM share. */
final class MeasureRecipeFn extends DoFn<Recipe, MeasuredRecipe> {
    private static final long serialVersionUID = 1L;
    private static final Shared<SweepSource, ModelTrial> TRIALS = new Shared<>(ModelTrial::of);

    private final SweepSource source;
    private transient @Nullable Lease<ModelTrial> shared;

    MeasureRecipeFn(SweepSource source) {
        this.source = source;
    }

    @Setup
    public void acquire() {
        shared = TRIALS.acquire(source);
    }

    @ProcessElement
    public void measure(@Element Recipe recipe, OutputReceiver<MeasuredRecipe> out) throws IOException {
        if (shared != null) {
            out.output(shared.get().measure(recipe));
        }
    }

    @Teardown
    public void release() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }
}
