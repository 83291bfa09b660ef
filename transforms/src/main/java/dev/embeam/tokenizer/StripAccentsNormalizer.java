package dev.embeam.tokenizer;

/** Takes combining marks out. It does not decompose: only a NFD or NFKD before it turns accented letters into bare ones. */
final class StripAccentsNormalizer implements Normalizer {
    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            if (!UnicodeTables.isMark(codePoint)) {
                out.appendCodePoint(codePoint);
            }
            i += Character.charCount(codePoint);
        }
    }

    @Override
    public Scope scope() {
        return Scope.CODE_POINT;
    }
}
