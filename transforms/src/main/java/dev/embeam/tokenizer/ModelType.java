package dev.embeam.tokenizer;

/** The kinds of model a tokenizer.json may hold. */
public enum ModelType {
    /** The most probable cut into pieces. */
    UNIGRAM("Unigram"),
    /** The longest piece first, word by word. */
    WORD_PIECE("WordPiece"),
    /** Merges of neighbours by rank. */
    BPE("BPE"),
    /** Whole words. */
    WORD_LEVEL("WordLevel");

    private final String label;

    ModelType(String label) {
        this.label = label;
    }

    /** The name in the file. */
    public String label() {
        return label;
    }
}
