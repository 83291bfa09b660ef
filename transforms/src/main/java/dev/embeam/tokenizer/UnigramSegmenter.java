package dev.embeam.tokenizer;

import java.util.Arrays;

/**
 * The Viterbi search of one thread. At every place all pieces that begin there are tried, the shortest first; a way to a
 * place is replaced only by a strictly better one. Scores are summed as float64 from the start of each piece.
 */
final class UnigramSegmenter implements TokenModel.Segmenter {
    private final UnigramModel model;
    private final PieceTrie trie;
    private final double[] scores;
    private char[] codes = new char[0];
    private double[] best = new double[0];
    /** Of the best way to a place: where its last piece starts (upper half) and the piece's id (lower half). */
    private long[] steps = new long[0];

    private int[] path = new int[0];
    private byte[] bytes = new byte[0];

    UnigramSegmenter(UnigramModel model) {
        this.model = model;
        this.trie = model.trie;
        this.scores = model.scores;
    }

    @Override
    public void segment(char[] chars, int from, int to, TokenIds out) {
        int length = to - from;
        prepare(chars, from, length);
        search(chars, from, length);
        if (model.unknownId == UnigramModel.NO_UNKNOWN) {
            refuseUnknown(chars, from, length);
        }
        collect(chars, from, length, out);
    }

    private void prepare(char[] chars, int from, int length) {
        if (codes.length <= length) {
            int size = Math.max(1024, Math.addExact(length, length / 2) + 1);
            codes = new char[size];
            best = new double[size];
            steps = new long[size];
            path = new int[size];
        }
        char[] unitCodes = trie.codes;
        for (int i = 0; i < length; i++) {
            codes[i] = unitCodes[chars[from + i]];
        }
        codes[length] = 0;
        Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
        best[0] = 0;
    }

    private void search(char[] chars, int from, int length) {
        char[] codes = this.codes;
        double[] best = this.best;
        double[] scores = this.scores;
        long[] steps = this.steps;
        long[] nodes = trie.nodes;
        long[] roots = trie.roots;
        for (int i = 0; i < length; ) {
            double score = best[i];
            long node = roots[codes[i]];
            int width = 1;
            if (((int) node & PieceTrie.FIELD) == 0) {
                width = addUnknown(chars, from + i, i, length, score);
            }
            long start = (long) i << 32;
            int end = i + 1;
            while (true) {
                int id = (int) node & PieceTrie.FIELD;
                if (id != 0) {
                    double candidate = score + scores[id];
                    if (candidate > best[end]) {
                        best[end] = candidate;
                        steps[end] = start | (id - 1);
                    }
                }
                int code = codes[end];
                node = nodes[((int) (node >>> PieceTrie.BASE_SHIFT) & PieceTrie.FIELD) + code];
                if ((int) (node >>> PieceTrie.CODE_SHIFT) != code) {
                    break;
                }
                end++;
            }
            i += width;
        }
    }

    /** Adds the step over a character that is no piece, and returns the width of the character whether it is or not. */
    private int addUnknown(char[] chars, int at, int i, int length, double score) {
        boolean pair = Character.isHighSurrogate(chars[at]) && i + 1 < length;
        int width = pair ? 2 : 1;
        boolean isPiece = pair && trie.find(chars, at, at + 2) >= 0;
        double candidate = score + model.unknownScore;
        if (!isPiece && candidate > best[i + width]) {
            best[i + width] = candidate;
            steps[i + width] = ((long) i << 32) | (model.unknownId & 0xFFFF_FFFFL);
        }
        return width;
    }

    /** Follows the best way back and appends its ids in reading order. */
    private void collect(char[] chars, int from, int length, TokenIds out) {
        int unknown = model.unknownId;
        int at = path.length;
        for (int end = length; end > 0; ) {
            long step = steps[end];
            int start = (int) (step >>> 32);
            if ((int) step == unknown) {
                while (start > 0 && (int) steps[start] == unknown) {
                    start = (int) (steps[start] >>> 32);
                }
                at = collectUnknown(chars, from + start, from + end, at, start);
            } else {
                path[--at] = (int) step;
            }
            end = start;
        }
        out.addAll(path, at, path.length);
    }

    /** Unknown characters in a row are looked up once more as one piece, then as bytes. The unknown piece itself may stand here. */
    private int collectUnknown(char[] chars, int from, int to, int at, int unitsBefore) {
        int id = trie.find(chars, from, to);
        if (id >= 0) {
            path[at - 1] = id;
            return at - 1;
        }
        int[] byteIds = model.byteIds;
        if (byteIds != null) {
            int length = encode(chars, from, to);
            if (haveAll(byteIds, length)) {
                return collectBytes(byteIds, length, at, unitsBefore);
            }
        }
        path[at - 1] = model.unknownId;
        return at - 1;
    }

    private int encode(char[] chars, int from, int to) {
        int most = Math.multiplyExact(to - from, 3);
        if (bytes.length < most) {
            bytes = new byte[most];
        }
        return Utf8.encode(chars, from, to, bytes, most);
    }

    private boolean haveAll(int[] byteIds, int length) {
        for (int i = 0; i < length; i++) {
            if (byteIds[bytes[i] & 0xFF] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Bytes outnumber characters, so the path may have to grow at its front, with room for what is before them. */
    private int collectBytes(int[] byteIds, int length, int at, int unitsBefore) {
        int start = at;
        int needed = Math.addExact(length, unitsBefore);
        if (start < needed) {
            int[] grown = new int[Math.addExact(path.length, Math.max(path.length, needed))];
            int kept = path.length - start;
            System.arraycopy(path, start, grown, grown.length - kept, kept);
            path = grown;
            start = grown.length - kept;
        }
        for (int i = length - 1; i >= 0; i--) {
            path[--start] = byteIds[bytes[i] & 0xFF];
        }
        return start;
    }

    private void refuseUnknown(char[] chars, int from, int length) {
        for (int end = length; end > 0; end = (int) (steps[end] >>> 32)) {
            if ((int) steps[end] == UnigramModel.NO_UNKNOWN) {
                int codePoint = Character.codePointAt(chars, from + (int) (steps[end] >>> 32), from + length);
                throw JsonObject.refusal(
                        model.where + ".unk_id",
                        "nothing, and the vocabulary has no piece for " + String.format("U+%04X", codePoint),
                        "an unk_id, since the text needs it");
            }
        }
    }
}
