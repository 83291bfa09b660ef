package dev.embeam.tokenizer;

/**
 * Lower case code point by code point: no final sigma, no language, and the full mapping (U+0130 becomes two code points).
 * {@code String.toLowerCase} differs in all three.
 */
final class LowercaseNormalizer implements Normalizer {
    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            char[] lower = UnicodeTables.lowercase(codePoint);
            if (lower == null) {
                out.appendCodePoint(codePoint);
            } else {
                out.append(lower, 0, lower.length);
            }
            i += Character.charCount(codePoint);
        }
    }

    @Override
    public Scope scope() {
        return Scope.CODE_POINT;
    }
}
