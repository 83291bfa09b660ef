package dev.embeam.planning;

import dev.embeam.collection.FilePart;
import java.util.List;

/**
 * How a collection occupies the workers of a job.
 *
 * @param busy workers that have documents to encode
 * @param longestShare share of the collection in the longest part that one worker has to read alone
 */
public record Workers(int busy, double longestShare) {
    /** Pieces that can be cut are no smaller, and a collection below four of them is not spread over workers. */
    private static final long SMALLEST_PIECE_BYTES = 1L << 20;

    private static final long LEAST_WORTH_SPREADING = 4 * SMALLEST_PIECE_BYTES;

    /** The workers among {@code parallelism} that these parts occupy. */
    public static Workers of(List<FilePart> parts, int parallelism) {
        long total = parts.stream().mapToLong(FilePart::bytes).sum();
        long longest = parts.stream()
                .filter(part -> !part.file().splitsByBytes())
                .mapToLong(FilePart::bytes)
                .max()
                .orElse(0);
        long pieces = Math.max(1, (total + SMALLEST_PIECE_BYTES - 1) / SMALLEST_PIECE_BYTES);
        boolean spread = longest >= LEAST_WORTH_SPREADING;
        long occupied = spread ? parallelism : Math.min(pieces, parallelism);
        return new Workers((int) Math.min(parallelism, occupied), total == 0 ? 0 : (double) longest / total);
    }
}
