package dev.embeam.planning;

import dev.embeam.collection.FilePart;

/**
 * A piece of a collection that is read in place of more.
 *
 * @param part what is opened; reading begins with its first record
 * @param readBytes how much of it is read, in bytes as stored; all of it where that is its size
 * @param standsForBytes how much of the collection it stands for
 */
public record SamplePiece(FilePart part, long readBytes, double standsForBytes) {
    /** Whether only the start of something longer is read, because it cannot be cut. */
    public boolean isStartOnly() {
        return readBytes < part.bytes();
    }
}
