package dev.embeam.collection;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that one reader reads: the records that start in a range. The parts of a file together give every record
 * once, wherever the cuts fall.
 *
 * @param file the file
 * @param from where the range starts: byte offset, or number of the row group in a Parquet file
 * @param to where it ends, exclusive
 * @param bytes about how much is stored in it
 */
public record FilePart(CollectionFile file, long from, long to, long bytes) implements Serializable {
    /** Checks the range. */
    public FilePart {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("part " + from + " to " + to + " of " + file.path() + " is no range");
        }
    }

    /** All of a file of text. */
    public static FilePart whole(CollectionFile file) {
        return new FilePart(file, 0, file.bytes(), file.bytes());
    }

    /** Whether this is all of a file of text, so that its lines can be counted. */
    boolean isWholeFile() {
        return from == 0 && to == file.bytes();
    }

    /** This part as parts of about {@code desiredBytes}, or alone where it cannot be cut or need not be. */
    public List<FilePart> split(long desiredBytes) {
        if (!file.splitsByBytes() || bytes <= desiredBytes) {
            return List.of(this);
        }
        // Rounded up, so that the last part is no crumb.
        long count = (bytes + desiredBytes - 1) / desiredBytes;
        List<FilePart> parts = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long start = from + bytes / count * i + Math.min(i, bytes % count);
            long end = from + bytes / count * (i + 1) + Math.min(i + 1, bytes % count);
            parts.add(new FilePart(file, start, end, end - start));
        }
        return parts;
    }

    /** Whether {@code next} goes on where this part ends. */
    public boolean joins(FilePart next) {
        return file.equals(next.file) && to == next.from;
    }

    /** This part and the one it joins as one. */
    public FilePart join(FilePart next) {
        return new FilePart(file, from, next.to, bytes + next.bytes);
    }
}
