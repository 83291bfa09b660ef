package dev.embeam.planning;

/**
 * What files of vectors take.
 *
 * @param emptyBytes a file without documents: schema and footer
 * @param documentBytes what every document adds
 */
public record FileSize(long emptyBytes, double documentBytes) {
    /** All bytes of these documents in this many files. */
    public long bytes(double documents, long files) {
        return Math.round(documents * documentBytes + (double) files * emptyBytes);
    }

    /**
     * How many files there will be: every worker writes its own and begins the next one at the target size.
     *
     * @param workers that have something to write
     */
    public long files(double documents, int workers, long targetBytes) {
        double share = documents * documentBytes / workers;
        return workers * Math.max(1, (long) Math.ceil(share / targetBytes));
    }
}
