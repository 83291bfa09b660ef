package dev.embeam.schema;

/**
 * One file of an output.
 *
 * @param path relative to the output folder, with {@code /}
 * @param rows records in it
 * @param bytes its size
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record StoredFile(String path, long rows, long bytes, String sha256) {}
