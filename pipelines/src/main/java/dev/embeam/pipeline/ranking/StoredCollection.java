package dev.embeam.pipeline.ranking;

import dev.embeam.model.ModelSettings;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.transform.embed.EncoderVariant;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.StoredEmbeddings;
import java.io.IOException;
import java.util.List;

/**
 * Vectors that encode has stored, and the encoder for the queries that are asked of them: the model that made the vectors,
 * with their width.
 */
record StoredCollection(StoredEmbeddings files, EncoderVariant queryEncoder) {
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
        ModelSettings settings =
                EvaluationSettings.settings(options).withDims(files.dim()).withMaxTokens(limits.get(0));
        check(options, files, new ModelSource(folder, settings.withPrompt(options.getDocumentPrefix())));
        ModelSource queries = new ModelSource(folder, settings.withPrompt(options.getQueryPrefix()));
        return new StoredCollection(files, new EncoderVariant(queries, ModelSettings.AUTO_TOKENS));
    }

    private static void check(RankingOptions options, StoredEmbeddings files, ModelSource source) {
        try (ModelLease lease = source.lease()) {
            String expected = lease.model().fingerprint();
            if (!files.fingerprint().equals(expected)) {
                throw new IllegalArgumentException("--embeddings is " + options.getEmbeddings()
                        + ", made by a model with fingerprint " + files.fingerprint() + "; expected " + expected
                        + ", that of " + source.folder() + " with these flags; name the model and settings of its"
                        + " manifest.json");
            }
        }
    }
}
