package dev.embeam.compress;

/**
 * Rows as codes of a product quantiser: a row is cut into parts of equally many columns, the last one maybe shorter, and each
 * part is one of up to 256 centroids. Where rows have norms, the centroids are of rows divided by their norm, and the first
 * byte of a row is the code of its norm.
 *
 * @param slices codes: that of the norm, if there are norms, and one a part
 * @param columns of a row
 * @param part columns of a part
 * @param centroids 256 of each part one after the other, every one padded with zeros to {@code part} columns
 * @param norms what codes of norms stand for, 256 numbers; or none
 */
record ProductRows(RowSlices slices, int columns, int part, float[] centroids, float[] norms) implements CodedRows {
    /** Centroids of a part. */
    static final int CENTROIDS = 256;

    /** Parts of so many columns. */
    static int parts(int columns, int part) {
        return (columns + part - 1) / part;
    }

    boolean hasNorms() {
        return norms.length > 0;
    }

    @Override
    public int rows() {
        return slices.rows();
    }

    @Override
    public int scratchBytes() {
        return slices.rowBytes();
    }

    @Override
    public void add(int row, float factor, float[] sum, int at, byte[] scratch) {
        slices.copy(row, scratch);
        float scale = hasNorms() ? factor * norms[scratch[0] & 0xFF] : factor;
        int code = hasNorms() ? 1 : 0;
        int whole = columns / part;
        switch (part) {
            case 2 -> addPairs(scratch, code, whole, scale, sum, at);
            case 3 -> addTriples(scratch, code, whole, scale, sum, at);
            default -> addParts(scratch, code, whole, scale, sum, at);
        }
        addLast(scratch, code + whole, scale, sum, at);
    }

    private void addPairs(byte[] codes, int firstCode, int whole, float scale, float[] sum, int at) {
        int to = at;
        for (int i = 0; i < whole; i++) {
            int start = ((i << 8) + (codes[firstCode + i] & 0xFF)) * 2;
            sum[to] += scale * centroids[start];
            sum[to + 1] += scale * centroids[start + 1];
            to += 2;
        }
    }

    private void addTriples(byte[] codes, int firstCode, int whole, float scale, float[] sum, int at) {
        int to = at;
        for (int i = 0; i < whole; i++) {
            int start = ((i << 8) + (codes[firstCode + i] & 0xFF)) * 3;
            sum[to] += scale * centroids[start];
            sum[to + 1] += scale * centroids[start + 1];
            sum[to + 2] += scale * centroids[start + 2];
            to += 3;
        }
    }

    private void addParts(byte[] codes, int firstCode, int whole, float scale, float[] sum, int at) {
        int to = at;
        for (int i = 0; i < whole; i++) {
            int start = ((i << 8) + (codes[firstCode + i] & 0xFF)) * part;
            for (int j = 0; j < part; j++) {
                sum[to++] += scale * centroids[start + j];
            }
        }
    }

    /** The columns that make no whole part. */
    private void addLast(byte[] codes, int code, float scale, float[] sum, int at) {
        int from = columns - columns % part;
        int start = from < columns ? (((from / part) << 8) + (codes[code] & 0xFF)) * part : 0;
        for (int j = from; j < columns; j++) {
            sum[at + j] += scale * centroids[start + j - from];
        }
    }
}
