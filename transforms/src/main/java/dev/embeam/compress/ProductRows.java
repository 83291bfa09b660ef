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
    /** Rows that are added together: the codes of so many lie in the fastest cache beside the centroids of one part. */
    private static final int ROWS_AT_ONCE = 32;

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
        return ROWS_AT_ONCE * slices.rowBytes();
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

    /** Part by part: the centroids of a part are met while they are in the fastest cache. */
    @Override
    public void addAll(int[] rows, int from, int to, float[] sum, int at, byte[] scratch) {
        for (int start = from; start < to; start += ROWS_AT_ONCE) {
            int count = Math.min(to - start, ROWS_AT_ONCE);
            for (int i = 0; i < count; i++) {
                slices.copy(rows[start + i], scratch, i * slices.rowBytes());
            }
            addTogether(scratch, count, sum, at);
        }
    }

    private void addTogether(byte[] codes, int count, float[] sum, int at) {
        int firstCode = hasNorms() ? 1 : 0;
        int whole = columns / part;
        for (int i = 0; i < whole; i++) {
            if (part == 3) {
                addTripleOf(codes, count, firstCode + i, i << 8, sum, at + 3 * i);
            } else {
                addPartOf(codes, count, firstCode + i, i << 8, part, sum, at + part * i);
            }
        }
        addPartOf(codes, count, firstCode + whole, whole << 8, columns - whole * part, sum, at + whole * part);
    }

    private void addTripleOf(byte[] codes, int count, int code, int firstCentroid, float[] sum, int to) {
        float first = sum[to];
        float second = sum[to + 1];
        float third = sum[to + 2];
        int end = count * slices.rowBytes();
        for (int row = 0; row < end; row += slices.rowBytes()) {
            float scale = scale(codes, row);
            int start = (firstCentroid + (codes[row + code] & 0xFF)) * 3;
            first += scale * centroids[start];
            second += scale * centroids[start + 1];
            third += scale * centroids[start + 2];
        }
        sum[to] = first;
        sum[to + 1] = second;
        sum[to + 2] = third;
    }

    private void addPartOf(byte[] codes, int count, int code, int firstCentroid, int width, float[] sum, int to) {
        int end = width == 0 ? 0 : count * slices.rowBytes();
        for (int row = 0; row < end; row += slices.rowBytes()) {
            float scale = scale(codes, row);
            int start = (firstCentroid + (codes[row + code] & 0xFF)) * part;
            for (int j = 0; j < width; j++) {
                sum[to + j] += scale * centroids[start + j];
            }
        }
    }

    private float scale(byte[] codes, int row) {
        return hasNorms() ? norms[codes[row] & 0xFF] : 1;
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
