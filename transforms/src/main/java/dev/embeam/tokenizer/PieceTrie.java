package dev.embeam.tokenizer;

/**
 * A double array over UTF-16 code units that finds every vocabulary piece that begins at a place. Units are first turned
 * into codes, small for frequent units, so that the nodes used most lie close together.
 *
 * <p>A node is one {@code long}: the code that leads to it (16 bits), the base its children are counted from (24 bits) and
 * one more than its piece's id, or 0 (24 bits). The child for a code lies at base + code and is one if it bears that code;
 * no two nodes share a base. The children of the root have a table of their own.
 */
final class PieceTrie {
    static final int CODE_SHIFT = 48;
    static final int BASE_SHIFT = 24;
    static final int FIELD = 0xFF_FFFF;
    /** The largest id and the largest base a node has room for. */
    static final int LIMIT = FIELD - 1;

    /** Code of every unit; 0 for those in no piece. */
    final char[] codes;
    /** Children of the root by code. */
    final long[] roots;

    final long[] nodes;

    PieceTrie(char[] codes, long[] roots, long[] nodes) {
        this.codes = codes;
        this.roots = roots;
        this.nodes = nodes;
    }

    /** The id of the piece equal to {@code chars[from, to)}, or -1. */
    int find(char[] chars, int from, int to) {
        if (from == to) {
            return -1;
        }
        long node = roots[codes[chars[from]]];
        for (int i = from + 1; i < to; i++) {
            int code = codes[chars[i]];
            node = nodes[((int) (node >>> BASE_SHIFT) & FIELD) + code];
            if (code == 0 || (int) (node >>> CODE_SHIFT) != code) {
                return -1;
            }
        }
        return ((int) node & FIELD) - 1;
    }
}
