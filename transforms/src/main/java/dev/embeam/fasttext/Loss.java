package dev.embeam.fasttext;

/** How a model's output is trained and read; the number is the file's. */
public enum Loss {
    /** Hierarchical softmax over a Huffman tree. */
    HIERARCHICAL_SOFTMAX(1, "hs"),
    /** Negative sampling. */
    NEGATIVE_SAMPLING(2, "ns"),
    /** Softmax over all outputs. */
    SOFTMAX(3, "softmax"),
    /** One binary decision a label. */
    ONE_VS_ALL(4, "ova");

    private final int code;
    private final String label;

    Loss(int code, String label) {
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
