package dev.embeam.transform.sink;

/** What files of predictions are. */
public enum PredictionFormat {
    /** Parquet with lists. */
    PARQUET(".parquet"),
    /** An object a line. */
    JSONL(".jsonl");

    private final String ending;

    PredictionFormat(String ending) {
        this.ending = ending;
    }

    /** How the names of such files end. */
    String ending() {
        return ending;
    }
}
