package dev.embeam.train;

import java.util.List;

/**
 * Makes a small static embedding model from a collection alone, without a network, a graphics card or another model: a
 * Unigram vocabulary ({@link UnigramTrainer}) and a vector for each piece by latent semantic indexing. It is meant for
 * trying things out, and takes about a second for a few hundred passages; its vectors know what the collection shows and
 * nothing else.
 *
 * <pre>{@code
 * StaticModelTrainer.defaults().withDim(64).train(texts).save(Path.of("model"));
 * }</pre>
 *
 * <p>Two trainings on the same texts, in the same order, with the same settings and Java version give equal files on every
 * machine. A piece that stands in every text tells nothing and has a zero row, as has one that stands in none.
 *
 * @param maxPieces most pieces of the vocabulary; more only where the characters of the texts alone are more
 * @param dim width of the vectors
 * @param seed of the random start of the iteration
 */
public record StaticModelTrainer(int maxPieces, int dim, long seed) {
    /** Checks the settings. */
    public StaticModelTrainer {
        if (maxPieces < 1) {
            throw new IllegalArgumentException("maxPieces is " + maxPieces + "; expected at least 1");
        }
        if (dim < 1) {
            throw new IllegalArgumentException("dim is " + dim + "; expected at least 1");
        }
    }

    /** 8,000 pieces and 128 columns. */
    public static StaticModelTrainer defaults() {
        return new StaticModelTrainer(8_000, 128, 1);
    }

    /** The same with another limit of pieces. */
    public StaticModelTrainer withMaxPieces(int value) {
        return new StaticModelTrainer(value, dim, seed);
    }

    /** The same with another width. */
    public StaticModelTrainer withDim(int value) {
        return new StaticModelTrainer(maxPieces, value, seed);
    }

    /** The same with another seed. */
    public StaticModelTrainer withSeed(long value) {
        return new StaticModelTrainer(maxPieces, dim, value);
    }

    /**
     * Trains on the texts, one a document.
     *
     * @throws IllegalArgumentException if there is no text
     */
    public TrainedModel train(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there are 0 texts to train on; expected at least 1");
        }
        PieceVocabulary vocabulary = UnigramTrainer.of(maxPieces).train(texts);
        int[][] documents = vocabulary.encodeAll(texts);
        return new TrainedModel(
                vocabulary, dim, new LatentSemanticIndexing(dim, seed).rows(documents, vocabulary.size()));
    }
}
