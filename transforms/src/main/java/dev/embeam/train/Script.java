package dev.embeam.train;

/** How a character may stand in a piece of more than one character. */
enum Script {
    /** Letters of scripts that put spaces between words, and the mark of a word's start. */
    SPACED,
    /** Kana, Chinese characters and digits, which run on without spaces. */
    UNSPACED,
    /** Everything else: always a piece of its own. */
    NONE;

    static Script of(int codePoint) {
        if (codePoint == TrainingText.WORD_START) {
            return SPACED;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> UNSPACED;
            default -> ofCommon(codePoint);
        };
    }

    private static Script ofCommon(int codePoint) {
        // The long vowel mark belongs to no script by the Unicode tables, but to kana by use.
        if (codePoint == '\u30fc' || Character.isDigit(codePoint)) {
            return UNSPACED;
        }
        return Character.isLetter(codePoint) ? SPACED : NONE;
    }
}
