package dev.embeam.transform.compress;

import dev.embeam.compress.MeasuredRecipe;
import dev.embeam.compress.Recipe;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/**
 * Makes a compact model by every recipe and measures it beside the model it comes from. Recipes are spread over all workers;
 * each worker reads the model once. Cosines and correlations do not depend on where a recipe is tried, times do.
 */
public final class MeasureRecipes extends PTransform<PCollection<Recipe>, PCollection<MeasuredRecipe>> {
    private static final long serialVersionUID = 1L;

    private final SweepSource source;

    private MeasureRecipes(SweepSource source) {
        this.source = source;
    }

    /** On this model. */
    public static MeasureRecipes on(SweepSource source) {
        return new MeasureRecipes(source);
    }

    @Override
    public PCollection<MeasuredRecipe> expand(PCollection<Recipe> recipes) {
        return recipes.apply("Spread", Reshuffle.viaRandomKey())
                .apply("Measure", ParDo.of(new MeasureRecipeFn(source)))
                .setCoder(SerializableCoder.of(MeasuredRecipe.class));
    }
}
