package dev.embeam.search;

import dev.embeam.schema.ScoredDocument;
import dev.embeam.schema.TextColumn;

/**
 * Ids of documents as rankings know them: well-formed text, in which every lone surrogate has become U+FFFD, ordered by the
 * bytes of their UTF-8 form. Stateless.
 */
final class DocumentId {
    private static final char REPLACEMENT = '\uFFFD';

    private DocumentId() {}

    /** The id in row {@code row} of a column. */
    static String of(TextColumn ids, int row) {
        return wellFormed(ids.get(row));
    }

    /** The same text with U+FFFD for every lone surrogate. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            out.appendCodePoint(lone ? REPLACEMENT : point);
            i += Character.charCount(point);
        }
        return out.toString();
    }

    /** Whether hit A stands before hit B: by its score, between equal scores by the greater id. */
    static boolean before(float scoreA, String idA, float scoreB, String idB) {
        return scoreA > scoreB || (scoreA == scoreB && ScoredDocument.compareUtf8(idA, idB) > 0);
    }
}
