package dev.embeam.schema;

/**
 * What was met while documents were encoded; sums over batches are sums of the fields.
 *
 * @param documents documents
 * @param tokens token ids the tokenizer gave, before any were dropped or cut
 * @param unknownTokens how many of those were the unknown token
 * @param emptyTexts documents without any token to average: their vector is zero
 * @param truncatedTexts documents of which characters or tokens were cut off
 */
public record EncodingCounts(long documents, long tokens, long unknownTokens, long emptyTexts, long truncatedTexts) {
    /** Nothing yet. */
    public static final EncodingCounts NONE = new EncodingCounts(0, 0, 0, 0, 0);

    /** The sum of both. */
    public EncodingCounts plus(EncodingCounts other) {
        return new EncodingCounts(
                documents + other.documents,
                tokens + other.tokens,
                unknownTokens + other.unknownTokens,
                emptyTexts + other.emptyTexts,
                truncatedTexts + other.truncatedTexts);
    }
}
