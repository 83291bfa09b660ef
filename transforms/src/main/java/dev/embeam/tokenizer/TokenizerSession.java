package dev.embeam.tokenizer;

/** STAND-IN. */
public final class TokenizerSession {
    private final Tokenizer tokenizer;

    TokenizerSession(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    public boolean encode(char[] chars, int from, int to, TokenIds out) {
        for (String word : new String(chars, from, to - from).trim().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                out.add(tokenizer
                        .idOf(word)
                        .orElseGet(() -> tokenizer.unknownId().getAsInt()));
            }
        }
        return false;
    }
}
