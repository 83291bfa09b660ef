package dev.embeam.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** All normalizers of a tokenizer in order, grouped so that as many as may be share one pass over the text. */
final class NormalizerChain {
    /** The texts a thread needs to run a chain. */
    static final class Scratch {
        private final Characters first = new Characters();
        private final Characters second = new Characters();
        private final Characters between = new Characters();
    }

    private final List<NormalizerBlock> blocks;

    NormalizerChain(List<Normalizer> steps) {
        List<NormalizerBlock> grouped = new ArrayList<>();
        List<Normalizer> open = new ArrayList<>();
        for (Normalizer step : steps) {
            if (!open.isEmpty() && !fits(open, step)) {
                grouped.add(new NormalizerBlock(open));
                open.clear();
            }
            open.add(step);
        }
        if (!open.isEmpty()) {
            grouped.add(new NormalizerBlock(open));
        }
        this.blocks = List.copyOf(grouped);
    }

    private static boolean fits(List<Normalizer> open, Normalizer step) {
        return switch (step.scope()) {
            case CODE_POINT -> open.get(0).scope() != Normalizer.Scope.PIECE;
            case NEIGHBOURS -> open.stream().allMatch(s -> s.scope() == Normalizer.Scope.CODE_POINT);
            case PIECE -> false;
        };
    }

    /** Appends the normal form of a piece of valid UTF-16 to {@code out}. */
    void normalize(char[] chars, int from, int to, Characters out, Scratch scratch) {
        if (blocks.isEmpty()) {
            out.append(chars, from, to);
            return;
        }
        int start = out.length;
        blocks.get(0).normalize(chars, from, to, out, scratch.first, scratch.second);
        for (int i = 1; i < blocks.size(); i++) {
            Characters source = scratch.between;
            source.clear();
            source.append(out.array, start, out.length);
            out.length = start;
            blocks.get(i).normalize(source.array, 0, source.length, out, scratch.first, scratch.second);
        }
    }
}
