package dev.embeam.planning;

import dev.embeam.collection.FilePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Chooses the pieces of a collection to read. The bytes of all parts, one after the other, are cut into {@value #STRATA}
 * equal strata, and each stratum gets one place by chance. Where files can be cut, reading begins at that place; otherwise at
 * the start of the file or row group in which it lies, and goes on for as long as all places in it are worth.
 */
public final class Sampling {
    static final int STRATA = 32;

    private Sampling() {}

    /**
     * The pieces, in the order of the collection.
     *
     * @param parts all parts of the collection
     * @param budget about how many bytes to read; a collection that has no more is read as a whole
     * @param seed decides the places
     */
    public static List<SamplePiece> choose(List<FilePart> parts, long budget, long seed) {
        long total = parts.stream().mapToLong(FilePart::bytes).sum();
        return total <= budget
                ? parts.stream()
                        .map(part -> new SamplePiece(part, part.bytes(), part.bytes()))
                        .toList()
                : choose(parts, total, Math.max(1, budget / STRATA), new Random(seed));
    }

    private static List<SamplePiece> choose(List<FilePart> parts, long total, long readBytes, Random random) {
        List<SamplePiece> pieces = new ArrayList<>();
        double width = (double) total / STRATA;
        int index = 0;
        long start = 0;
        for (int stratum = 0; stratum < STRATA; stratum++) {
            long place = Math.min(total - 1, (long) ((stratum + random.nextDouble()) * width));
            while (place >= start + parts.get(index).bytes()) {
                start += parts.get(index).bytes();
                index++;
            }
            add(parts.get(index), place - start, readBytes, width, pieces);
        }
        return pieces;
    }

    private static void add(FilePart part, long offset, long readBytes, double width, List<SamplePiece> pieces) {
        if (part.file().splitsByBytes() && part.bytes() > readBytes) {
            long from = part.from() + Math.min(offset, part.bytes() - readBytes);
            FilePart cut = new FilePart(part.file(), from, from + readBytes, readBytes);
            pieces.add(new SamplePiece(cut, readBytes, width));
            return;
        }
        int last = pieces.size() - 1;
        boolean again = last >= 0 && pieces.get(last).part().equals(part);
        SamplePiece before = again ? pieces.remove(last) : new SamplePiece(part, 0, 0);
        long more = Math.min(part.bytes(), before.readBytes() + readBytes);
        pieces.add(new SamplePiece(part, more, before.standsForBytes() + width));
    }
}
