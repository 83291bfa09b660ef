package dev.embeam.schema.trec;

/** How scores of a run file, which are decimal numbers, are compared. */
public enum ScoreRule {
    /** As 32-bit floats, like trec_eval 9: scores that differ by less than about one in ten million are equal. */
    FLOAT,
    /** As 64-bit doubles, like trec_eval 10. */
    DOUBLE
}
