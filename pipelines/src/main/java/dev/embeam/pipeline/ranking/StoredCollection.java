package dev.embeam.pipeline.ranking;

import dev.embeam.model.ModelSettings;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.Precision;
import dev.embeam.schema.VariantBatch;
import dev.embeam.transform.embed.EncoderVariant;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.ReadEmbeddings;
import dev.embeam.transform.io.StoredEmbeddings;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/**
 * Vectors that encode has stored, and the encoder for the queries that are asked of them: the model that made the vectors,
 * with their width.
 */
record StoredCollection(StoredEmbeddings files, EncoderVariant queryEncoder) implements DenseDocuments {
    /**
     * Finds the stored vectors that the flags name.
     *
     * @throws IllegalArgumentException if another model made them, or the flags ask for more than they hold
     */
    static StoredCollection of(RankingOptions options, String folder) throws IOException {
        List<Integer> limits = EvaluationSettings.maxTokens(options);
        if (limits.size() > 1 || EvaluationSettings.folders(options).size() > 1) {
            throw new IllegalArgumentException("--embeddings is " + options.getEmbeddings() + " beside --model="
                    + options.getModel() + " and --maxTokens=" + options.getMaxTokens()
                    + "; expected the one model and the one limit it was made with");
        }
        StoredEmbeddings files = StoredEmbeddings.match(options.getEmbeddings());
        check(options, files, source(options, folder, options.getDocumentPrefix(), files.dim(), limits.get(0)));
        ModelSource queries = source(options, folder, options.getQueryPrefix(), files.dim(), limits.get(0));
        return new StoredCollection(files, new EncoderVariant(queries, ModelSettings.AUTO_TOKENS));
    }

    private static ModelSource source(RankingOptions options, String folder, String prompt, int dim, int limit) {
        ModelSource source = EvaluationSettings.source(options, folder, prompt);
        return source.withSettings(source.settings().withDims(dim).withMaxTokens(limit));
    }

    /**
     * What a search puts the vectors through once they are read: nothing where their own precision is wanted, as decoding has
     * rounded them for good.
     *
     * @param wanted precisions of the flags; float32, the default, stands for vectors as they are stored
     * @throws IllegalArgumentException if that is another one than vectors of a lower precision are stored in
     */
    List<Precision> searched(List<Precision> wanted) {
        if (precision() == Precision.FLOAT32) {
            return wanted;
        }
        for (Precision one : wanted) {
            if (one != Precision.FLOAT32 && one != precision()) {
                throw new IllegalArgumentException("--precisions asks for " + one.label() + ", but the vectors of "
                        + files.path() + " are stored as " + precision().label() + "; expected "
                        + precision().label() + ", or vectors stored as float32, which serve every precision");
            }
        }
        return List.of(Precision.FLOAT32);
    }

    @Override
    public PCollection<VariantBatch> read(Pipeline pipeline, String purpose) {
        return pipeline.apply("Read embeddings to " + purpose, ReadEmbeddings.of(files));
    }

    @Override
    public Precision precision() {
        return files.precision();
    }

    @Override
    public int readings() {
        return 0;
    }

    private static void check(RankingOptions options, StoredEmbeddings files, ModelSource source) {
        try (ModelLease lease = source.lease()) {
            String expected = lease.model().fingerprint();
            if (!files.fingerprint().equals(expected)) {
                throw new IllegalArgumentException("--embeddings is " + options.getEmbeddings()
                        + ", made by a model with fingerprint " + files.fingerprint() + "; expected " + expected
                        + ", that of " + source.location() + " with these flags; name the model and settings of its"
                        + " manifest.json");
            }
        }
    }
}
