package dev.embeam.snapshot.content;

/** A row of one of several files as one number; numbers are in the order of files and rows. */
final class Place {
    private Place() {}

    static long of(int file, int row) {
        return (long) file << Integer.SIZE | row;
    }

    static int file(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    static int row(long place) {
        return (int) place;
    }
}
