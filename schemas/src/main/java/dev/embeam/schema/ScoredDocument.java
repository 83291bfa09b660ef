package dev.embeam.schema;

/**
 * A document with its score for a query. The natural order is that of every ranking: by score, highest first, equal scores
 * by the bytes of the id in UTF-8, highest first, as trec_eval orders them.
 *
 * @param id of the document
 * @param score never NaN
 */
public record ScoredDocument(String id, float score) implements Comparable<ScoredDocument> {
    @Override
    public int compareTo(ScoredDocument other) {
        // 0.0 and -0.0 are one score
        if (score != other.score) {
            return score > other.score ? -1 : 1;
        }
        return compareUtf8(other.id, id);
    }

    /** Compares two texts by the bytes of their UTF-8 form, which is the order of their code points. */
    public static int compareUtf8(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** The halves of a surrogate pair stand for code points above all others. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }
}
