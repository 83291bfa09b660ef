package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.EncodingCounts;

/**
 * A whole file of documents under its temporary name.
 *
 * @param path temporary path
 * @param rows documents in it
 * @param bytes its size
 * @param sha256 of its bytes
 * @param firstSource input file of the earliest document, by path and position
 * @param firstPosition where that document stands in the input file
 * @param counts of all documents that were encoded for it
 * @param ranges smallest and largest number of every column, where they are wanted
 * @param kernel the arithmetic that ran in the worker that wrote it
 * @param closedMillis when it was whole, milliseconds since 1970
 */
record WrittenFile(
        String path,
        long rows,
        long bytes,
        String sha256,
        String firstSource,
        long firstPosition,
        EncodingCounts counts,
        Calibration ranges,
        String kernel,
        long closedMillis) {

    /** A file of documents that have no vectors. */
    static WrittenFile withoutVectors(String path, long rows, long bytes, String sha256, FirstDocument first) {
        return new WrittenFile(
                path,
                rows,
                bytes,
                sha256,
                first.source(),
                first.position(),
                EncodingCounts.NONE,
                Calibration.NONE,
                "",
                System.currentTimeMillis());
    }

    /** A file of vectors that were copied from another one. */
    static WrittenFile copied(String path, long rows, long bytes, String sha256, String from, long millis) {
        return new WrittenFile(path, rows, bytes, sha256, from, 0, EncodingCounts.NONE, Calibration.NONE, "", millis);
    }

    /** The file that replaces this one. */
    WrittenFile replacedBy(String newPath, long newRows, long newBytes, String newSha256, long millis) {
        return new WrittenFile(
                newPath, newRows, newBytes, newSha256, firstSource, firstPosition, counts, ranges, kernel, millis);
    }
}
