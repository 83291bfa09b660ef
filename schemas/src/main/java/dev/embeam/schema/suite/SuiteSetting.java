package dev.embeam.schema.suite;

import dev.embeam.schema.Task;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a suite can set for all of its data sets, and a data set for itself. The word in the file is the name in camel case.
 */
public enum SuiteSetting {
    /** Folders of models relative to the folder of models, or {@code bm25}. */
    MODELS(Kind.TEXTS),
    /** Fusions of the models' rankings, such as {@code rrf}. */
    FUSIONS(Kind.TEXTS),
    /** Columns of vectors. */
    DIMS(Kind.NUMBERS),
    /** Most tokens of a text that count. */
    MAX_TOKENS(Kind.NUMBERS),
    /** Precisions of the documents' vectors. */
    PRECISIONS(Kind.TEXTS),
    /** Shares of the collection that are searched, from 0 to 1. */
    COLLECTION_SHARES(Kind.NUMBERS),
    /** Which combinations of those four are systems. */
    COMBINATIONS(Kind.TEXT),
    /** Whose definitions the measures follow. */
    PROFILE(Kind.TEXT),
    /** Quirks of the profile that are on. */
    QUIRKS(Kind.TEXTS),
    /** Analyser of BM25. */
    ANALYSIS(Kind.TEXT),
    /** Layout of the test file. */
    LAYOUT(Kind.TEXT),
    /** Field of a document's id. */
    ID_FIELD(Kind.TEXT),
    /** Fields that make up a document's text. */
    TEXT_FIELDS(Kind.TEXTS),
    /** Text to put before every query. */
    QUERY_PREFIX(Kind.TEXT),
    /** Text to put before every document. */
    DOCUMENT_PREFIX(Kind.TEXT),
    /** Text to put before every text of a task that has no queries. */
    PREFIX(Kind.TEXT),
    /** Seed of all that is random. */
    SEED(Kind.NUMBER),
    /** How many seeds the spread of a score is over. */
    SEEDS(Kind.NUMBER),
    /** Samples behind a confidence interval. */
    BOOTSTRAP_SAMPLES(Kind.NUMBER);

    /** What the file holds for a setting. */
    enum Kind {
        /** One text. */
        TEXT("a text"),
        /** A list of texts, or one text. */
        TEXTS("a list of texts"),
        /** One number. */
        NUMBER("a number"),
        /** A list of numbers, or one number. */
        NUMBERS("a list of numbers");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        String expected() {
            return expected;
        }

        boolean list() {
            return this == TEXTS || this == NUMBERS;
        }

        boolean numeric() {
            return this == NUMBER || this == NUMBERS;
        }
    }

    private static final Set<SuiteSetting> OF_RANKINGS = EnumSet.of(
            FUSIONS, COLLECTION_SHARES, ANALYSIS, LAYOUT, ID_FIELD, TEXT_FIELDS, QUERY_PREFIX, DOCUMENT_PREFIX);

    private final Kind kind;

    SuiteSetting(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The key in a suite's file: {@code maxTokens}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            label.append(label.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return label.toString();
    }

    /**
     * Whether a task can use it. A suite may set for all what some tasks cannot use; it does not count there.
     */
    public boolean counts(Task task) {
        return switch (task) {
            case RETRIEVAL -> this != PREFIX && this != SEEDS && this != LAYOUT;
            case RERANKING -> this != PREFIX && this != SEEDS && this != COLLECTION_SHARES;
            case CLUSTERING -> !OF_RANKINGS.contains(this);
            case CLASSIFICATION, STS, PAIR_CLASSIFICATION -> !OF_RANKINGS.contains(this) && this != SEEDS;
        };
    }
}
