package dev.embeam.pipeline.ranking;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.Precision;
import dev.embeam.schema.VariantBatch;
import dev.embeam.transform.embed.EmbedVariants;
import dev.embeam.transform.embed.EncoderVariant;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/**
 * Vectors that are made on the fly.
 *
 * @param model name of the model
 * @param encoders one a limit of tokens
 * @param texts reads the collection, for a system of this name
 */
record EncodedDocuments(
        String model, List<EncoderVariant> encoders, BiFunction<Pipeline, String, PCollection<DocumentBatch>> texts)
        implements DenseDocuments {
    @Override
    public PCollection<VariantBatch> read(Pipeline pipeline, String purpose) {
        return texts.apply(pipeline, model + " to " + purpose)
                .apply("Embed with " + model + " to " + purpose, EmbedVariants.of(encoders));
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public int readings() {
        return 1;
    }
}
