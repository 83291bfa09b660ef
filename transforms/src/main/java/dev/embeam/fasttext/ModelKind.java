package dev.embeam.fasttext;

/** What a model was trained for; the number is the file's. */
public enum ModelKind {
    /** Word vectors from the context to the word. */
    CBOW(1, "cbow"),
    /** Word vectors from the word to its context. */
    SKIPGRAM(2, "skipgram"),
    /** A classifier of lines. */
    SUPERVISED(3, "supervised");

    private final int code;
    private final String label;

    ModelKind(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Its number in a file. */
    public int code() {
        return code;
    }

    /** Its name on the fasttext command line. */
    public String label() {
        return label;
    }
}
