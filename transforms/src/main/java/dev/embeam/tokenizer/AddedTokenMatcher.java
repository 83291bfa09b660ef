package dev.embeam.tokenizer;

import java.util.List;

/** Finds added tokens from left to right, the longest at each place; found ones do not overlap. */
final class AddedTokenMatcher {
    /** One match and where the search goes on. A thread keeps one for each matcher. */
    static final class Match {
        /** First unit of the match, white space taken in on the left included. */
        int start;
        /** Unit after the match, white space taken in on the right included. */
        int end;
        /** Unit after the content, where the next search starts. */
        int resume;

        int id;
    }

    private final PieceTrie trie;
    private final List<AddedToken> tokens;
    private final int[] ids;
    private final int longest;

    AddedTokenMatcher(List<String> patterns, List<AddedToken> tokens, int[] ids) {
        this.trie = PieceTrieBuilder.build(patterns, "added_tokens");
        this.tokens = List.copyOf(tokens);
        this.ids = ids;
        this.longest = patterns.stream().mapToInt(String::length).max().orElse(0);
    }

    boolean isEmpty() {
        return longest == 0;
    }

    /** Whether a token begins with this unit. */
    boolean mayStartWith(char unit) {
        int code = trie.codes[unit];
        return code != 0 && (int) (trie.roots[code] >>> PieceTrie.CODE_SHIFT) == code;
    }

    /**
     * Finds the first match that starts at {@code at} or later.
     *
     * @param done where the previous match ended; white space before that is not taken in again
     */
    boolean find(char[] chars, int from, int to, int at, int done, Match match) {
        for (int start = at; start < to; start++) {
            if (!mayStartWith(chars[start])) {
                continue;
            }
            long found = longestAt(chars, start, to);
            if (found < 0) {
                continue;
            }
            AddedToken token = tokens.get((int) found);
            int end = (int) (found >>> 32);
            if (!token.singleWord() || standsAsWord(chars, from, start, end, to)) {
                match.id = ids[(int) found];
                match.resume = end;
                match.start = token.stripsLeft() ? Math.max(done, spacesBefore(chars, from, start)) : start;
                match.end = token.stripsRight() ? spacesAfter(chars, end, to) : end;
                return true;
            }
            start = end - 1;
        }
        return false;
    }

    /** The longest pattern at a place: its end in the upper half, its index in the lower; or -1. */
    private long longestAt(char[] chars, int start, int to) {
        long node = trie.roots[trie.codes[chars[start]]];
        long found = -1;
        for (int end = start + 1; ; end++) {
            int id = (int) node & PieceTrie.FIELD;
            if (id != 0) {
                found = ((long) end << 32) | (id - 1);
            }
            int code = end < to ? trie.codes[chars[end]] : 0;
            node = trie.nodes[((int) (node >>> PieceTrie.BASE_SHIFT) & PieceTrie.FIELD) + code];
            if (code == 0 || (int) (node >>> PieceTrie.CODE_SHIFT) != code) {
                return found;
            }
        }
    }

    private static boolean standsAsWord(char[] chars, int from, int start, int end, int to) {
        return (start == from || !CharacterClasses.isRegexWord(Character.codePointBefore(chars, start, from)))
                && (end == to || !CharacterClasses.isRegexWord(Character.codePointAt(chars, end, to)));
    }

    private static int spacesBefore(char[] chars, int from, int at) {
        int start = at;
        while (start > from && UnicodeTables.isWhiteSpace(chars[start - 1])) {
            start--;
        }
        return start;
    }

    private static int spacesAfter(char[] chars, int at, int to) {
        int end = at;
        while (end < to && UnicodeTables.isWhiteSpace(chars[end])) {
            end++;
        }
        return end;
    }
}
