package dev.embeam.tokenizer;

/** Finds the longest piece of a {@link PieceTrie} that begins at a place. The scratch of one thread. */
final class LongestPiece {
    /** Where the piece found ends; meaningful after a find that did not return -1. */
    int end;

    /** The place in the trie's vocabulary of the longest piece that begins at {@code from}, or -1. */
    int find(PieceTrie trie, char[] chars, int from, int to) {
        char[] codes = trie.codes;
        long[] nodes = trie.nodes;
        long node = trie.roots[codes[chars[from]]];
        int found = ((int) node & PieceTrie.FIELD) - 1;
        int foundEnd = from + 1;
        for (int i = from + 1; i < to; i++) {
            int code = codes[chars[i]];
            node = nodes[((int) (node >>> PieceTrie.BASE_SHIFT) & PieceTrie.FIELD) + code];
            if (code == 0 || (int) (node >>> PieceTrie.CODE_SHIFT) != code) {
                break;
            }
            int piece = (int) node & PieceTrie.FIELD;
            if (piece != 0) {
                found = piece - 1;
                foundEnd = i + 1;
            }
        }
        end = foundEnd;
        return found;
    }
}
