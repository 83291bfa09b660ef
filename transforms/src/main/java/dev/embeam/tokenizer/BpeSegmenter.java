package dev.embeam.tokenizer;

import java.util.Arrays;

/** The loop of {@link BpeModel} with the scratch of one thread and a memory of short pieces. */
final class BpeSegmenter implements TokenModel.Segmenter {
    private final BpeModel model;
    private final BpeMerger merger;
    private final SegmentCache cache = new SegmentCache();
    private int[] symbols = new int[256];

    BpeSegmenter(BpeModel model) {
        this.model = model;
        this.merger = new BpeMerger(model.merges);
    }

    @Override
    public void segment(char[] chars, int from, int to, TokenIds out) {
        if (cache.appendKnown(chars, from, to, out)) {
            return;
        }
        int whole = model.ignoresMerges ? model.vocabulary.find(chars, from, to) : -1;
        if (whole >= 0) {
            out.add(whole);
            return;
        }
        int begun = start(chars, from, to);
        int count = merger.merge(symbols, begun);
        cache.remember(chars, from, to, symbols, count);
        out.addAll(symbols, 0, count);
    }

    /** Fills {@link #symbols} with what the piece starts as; returns how many. */
    private int start(char[] chars, int from, int to) {
        reserve(Math.multiplyExact(to - from + 1, model.alphabet.mostIds()));
        int count = 0;
        boolean waiting = false;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            boolean first = i == from;
            i += Character.charCount(codePoint);
            int id = model.alphabet.id(codePoint, first, i == to);
            if (id >= 0) {
                count = addUnknown(waiting, count);
                waiting = false;
                symbols[count++] = id;
                continue;
            }
            int bytes = model.alphabet.bytes(codePoint, first, i == to, symbols, count);
            count += bytes;
            // An unknown goes on waiting while bytes are added, and so comes to stand behind them, as in the reference.
            if (bytes == 0 && model.hasUnknownToken()) {
                count = addUnknown(waiting && !model.fusesUnknown, count);
                waiting = true;
            }
        }
        return addUnknown(waiting, count);
    }

    private int addUnknown(boolean waiting, int count) {
        if (!waiting) {
            return count;
        }
        symbols[count] = model.requiredUnknownId();
        return count + 1;
    }

    private void reserve(int size) {
        if (size > symbols.length) {
            symbols = Arrays.copyOf(symbols, Math.max(size, Math.min(2 * symbols.length, 1 << 28)));
        }
    }
}
