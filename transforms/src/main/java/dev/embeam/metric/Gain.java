package dev.embeam.metric;

/** What a document of some grade adds to the discounted cumulative gain. */
public enum Gain {
    /** The grade itself: trec_eval, ranx, JMTEB's reranking. */
    LINEAR,
    /** 1 for every relevant document: JMTEB's retrieval. */
    BINARY,
    /** 2 to the power of the grade, minus 1 (Burges et al. 2005). */
    EXPONENTIAL;

    double of(int grade) {
        if (grade <= 0) {
            return 0;
        }
        return switch (this) {
            case LINEAR -> grade;
            case BINARY -> 1;
            case EXPONENTIAL -> Math.pow(2, grade) - 1;
        };
    }
}
