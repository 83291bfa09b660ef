package dev.embeam.transform.compress;

import dev.embeam.compress.MeasuredRecipe;
import dev.embeam.compress.Recipe;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** Tries recipes on a model that all functions of the JVM share. */
final class MeasureRecipeFn extends DoFn<Recipe, MeasuredRecipe> {
    private static final long serialVersionUID = 1L;

    private final SweepSource source;
    private transient @Nullable SharedTrial shared;

    MeasureRecipeFn(SweepSource source) {
        this.source = source;
    }

    @Setup
    public void acquire() {
        shared = SharedTrial.acquire(source);
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
            shared.release();
            shared = null;
        }
    }
}
