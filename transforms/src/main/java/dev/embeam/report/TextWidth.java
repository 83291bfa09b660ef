package dev.embeam.report;

/** How wide a text is where letters of Chinese, Japanese and Korean take two columns. */
final class TextWidth {
    private static final int FIRST_WIDE = 0x1100;
    private static final int FIRST_SYMBOL = 0x2000;
    private static final int LAST_SYMBOL = 0x2e7f;

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The text, its end replaced by an ellipsis where it is wider. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int room = width - 1;
        for (int point : text.codePoints().toArray()) {
            room -= of(point);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.append('…').toString();
    }

    /** The text, its middle replaced by an ellipsis where it is wider: what tells systems apart stands at the ends. */
    static String cutMiddle(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        String reversed = new StringBuilder(text).reverse().toString();
        String end =
                new StringBuilder(cut(reversed, width - width / 3)).reverse().toString();
        return cut(text, width / 3 + 1).replace("…", "") + end;
    }

    private static int of(int point) {
        return point < FIRST_WIDE || (point >= FIRST_SYMBOL && point <= LAST_SYMBOL) ? 1 : 2;
    }
}
