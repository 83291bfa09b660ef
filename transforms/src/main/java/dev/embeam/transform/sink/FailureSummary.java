package dev.embeam.transform.sink;

/**
 * The failed records of a run, in one temporary file.
 *
 * @param path temporary path of the file
 * @param count lines in it
 * @param bytes its size
 * @param sha256 of its bytes
 */
record FailureSummary(String path, long count, long bytes, String sha256) {}
