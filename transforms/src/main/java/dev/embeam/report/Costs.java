package dev.embeam.report;

/** Names of the costs that reports know; others are not shown. */
final class Costs {
    /** Bytes of a stored document. */
    static final String BYTES = "bytesPerDocument";
    /** Seconds of encoding. */
    static final String ENCODE = "encodeSeconds";
    /** Seconds of searching. */
    static final String SEARCH = "searchSeconds";
    /** How many texts were encoded in that time. */
    static final String TEXTS = "encodedTexts";

    private Costs() {}
}
