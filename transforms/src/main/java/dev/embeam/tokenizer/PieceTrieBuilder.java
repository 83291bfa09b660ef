package dev.embeam.tokenizer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lays the pieces of a vocabulary out as a {@link PieceTrie}. Level by level, so that long pieces take no stack. */
final class PieceTrieBuilder {
    /** Code of a free node. One less than the codes there may be, so it is never one. */
    private static final long FREE = 0xFFFFL << PieceTrie.CODE_SHIFT;
    /** After so many failures at nearly full places the search starts further on. */
    private static final int PATIENCE = 64;

    private final char[] codes;
    private final char[][] pieces;
    private final int[] ids;
    private final int alphabet;
    private final String where;
    private long[] nodes = new long[0];
    private final BitSet usedNodes = new BitSet();
    private final BitSet usedBases = new BitSet();
    private int searchFrom = 1;

    private PieceTrieBuilder(List<String> vocabulary, String where) {
        this.where = where;
        this.codes = new char[0x10000];
        this.alphabet = assignCodes(vocabulary, codes);
        int[] order = sortedIds(vocabulary);
        this.pieces = new char[order.length][];
        this.ids = order;
        for (int i = 0; i < order.length; i++) {
            pieces[i] = coded(vocabulary.get(order[i]));
        }
        sortPieces();
        // Base 0 belongs to nobody: what has no children leads there and finds none.
        usedBases.set(0);
        usedNodes.set(0);
    }

    /** A trie over a vocabulary that messages call {@code where}; of equal pieces the last counts, empty ones are never found. */
    static PieceTrie build(List<String> vocabulary, String where) {
        return new PieceTrieBuilder(vocabulary, where).build();
    }

    /** Numbers the units from 1, the most frequent first, and returns how many numbers there are with 0. */
    private int assignCodes(List<String> vocabulary, char[] codes) {
        int[] counts = new int[0x10000];
        for (String piece : vocabulary) {
            for (int i = 0; i < piece.length(); i++) {
                counts[piece.charAt(i)]++;
            }
        }
        int[] units = IntStream.range(0, 0x10000)
                .filter(unit -> counts[unit] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(unit -> -counts[unit]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (units.length >= 0xFFFF) {
            throw JsonObject.refusal(where, units.length + " different UTF-16 units", "fewer than 65535");
        }
        for (int i = 0; i < units.length; i++) {
            codes[units[i]] = (char) (i + 1);
        }
        return units.length + 1;
    }

    private static int[] sortedIds(List<String> vocabulary) {
        return IntStream.range(0, vocabulary.size())
                .filter(id -> !vocabulary.get(id).isEmpty())
                .toArray();
    }

    private char[] coded(String piece) {
        char[] coded = new char[piece.length()];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = codes[piece.charAt(i)];
        }
        return coded;
    }

    /** Sorts pieces by code, and equal ones by id. */
    private void sortPieces() {
        Integer[] order = IntStream.range(0, pieces.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> {
            int byText = Arrays.compare(pieces[a], pieces[b]);
            return byText != 0 ? byText : Integer.compare(ids[a], ids[b]);
        });
        char[][] unsortedPieces = pieces.clone();
        int[] unsortedIds = ids.clone();
        for (int i = 0; i < order.length; i++) {
            pieces[i] = unsortedPieces[order[i]];
            ids[i] = unsortedIds[order[i]];
        }
    }

    /** The nodes still to be given children: ranges of sorted pieces with a common beginning. */
    private record Level(int[] from, int[] to, int[] place) {}

    private PieceTrie build() {
        long[] roots = new long[alphabet];
        int count = 0;
        int[] from = new int[pieces.length + 1];
        int[] to = new int[pieces.length + 1];
        int[] place = new int[pieces.length + 1];
        for (int i = 0; i < pieces.length; ) {
            int end = groupEnd(i, pieces.length, 0);
            from[count] = i;
            to[count] = end;
            place[count++] = -1 - pieces[i][0];
            i = end;
        }
        Level level = new Level(Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(place, count));
        for (int depth = 1; level.from.length > 0; depth++) {
            level = placeChildren(level, depth, roots);
        }
        reserve(usedNodes.length() + alphabet + 1);
        return new PieceTrie(codes, roots, Arrays.copyOf(nodes, usedNodes.length() + alphabet + 1));
    }

    /** Where the pieces with the same code at {@code depth} as piece {@code from} end. */
    private int groupEnd(int from, int to, int depth) {
        int end = from + 1;
        while (end < to && pieces[end][depth] == pieces[from][depth]) {
            end++;
        }
        return end;
    }

    private Level placeChildren(Level level, int depth, long[] roots) {
        int[] from = new int[64];
        int[] to = new int[64];
        int[] place = new int[64];
        int count = 0;
        for (int n = 0; n < level.from.length; n++) {
            int start = level.from[n];
            int end = level.to[n];
            int id = -1;
            while (start < end && pieces[start].length == depth) {
                id = ids[start++];
            }
            int base = start < end ? findBase(start, end, depth) : 0;
            write(level.place[n], base, id, roots);
            while (start < end) {
                int next = groupEnd(start, end, depth);
                if (count == from.length) {
                    from = Arrays.copyOf(from, 2 * count);
                    to = Arrays.copyOf(to, 2 * count);
                    place = Arrays.copyOf(place, 2 * count);
                }
                from[count] = start;
                to[count] = next;
                place[count++] = claim(base, pieces[start][depth]);
                start = next;
            }
        }
        return new Level(Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(place, count));
    }

    /** Marks a node as used and leaves its code there. */
    private int claim(int base, char code) {
        int node = base + code;
        reserve(node + 1);
        nodes[node] = (long) code << PieceTrie.CODE_SHIFT;
        usedNodes.set(node);
        return node;
    }

    /** A negative place is a child of the root. */
    private void write(int place, int base, int id, long[] roots) {
        long fields = ((long) base << PieceTrie.BASE_SHIFT) | (id + 1);
        if (place < 0) {
            roots[-1 - place] = ((long) (-1 - place) << PieceTrie.CODE_SHIFT) | fields;
        } else {
            nodes[place] |= fields;
        }
    }

    /** The first base at which all children fall on free nodes. */
    private int findBase(int from, int to, int depth) {
        char[] children = children(from, to, depth);
        int failures = 0;
        int node = usedNodes.nextClearBit(Math.max(searchFrom, children[0] + 1));
        while (true) {
            int base = node - children[0];
            if (!usedBases.get(base) && fits(base, children)) {
                usedBases.set(base);
                if (failures > PATIENCE) {
                    searchFrom = node;
                }
                return checked(base);
            }
            failures++;
            node = usedNodes.nextClearBit(node + 1);
        }
    }

    private char[] children(int from, int to, int depth) {
        char[] children = new char[Math.min(alphabet, to - from)];
        int count = 0;
        for (int i = from; i < to; i = groupEnd(i, to, depth)) {
            children[count++] = pieces[i][depth];
        }
        return Arrays.copyOf(children, count);
    }

    private boolean fits(int base, char[] children) {
        for (char child : children) {
            if (usedNodes.get(base + child)) {
                return false;
            }
        }
        return true;
    }

    private int checked(int base) {
        if (base > PieceTrie.LIMIT) {
            throw JsonObject.refusal(where, "a trie of more than 16 million nodes", "a smaller vocabulary");
        }
        return base;
    }

    private void reserve(int size) {
        if (size > nodes.length) {
            int old = nodes.length;
            nodes = Arrays.copyOf(nodes, Math.max(size, 2 * old));
            Arrays.fill(nodes, old, nodes.length, FREE);
        }
    }
}
