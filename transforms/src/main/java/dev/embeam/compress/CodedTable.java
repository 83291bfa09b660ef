package dev.embeam.compress;

/**
 * Rows on their way into a compact file.
 *
 * @param form one of {@link CompactLayout}
 * @param rows number of rows
 * @param rowBytes bytes of each
 * @param parameter what else the form needs
 * @param codebook what rows share
 * @param source of the rows
 */
record CodedTable(int form, int rows, int rowBytes, int parameter, float[] codebook, RowBytes source) {
    /** Writes rows as bytes. */
    @FunctionalInterface
    interface RowBytes {
        /** Fills {@code out[at, at + rowBytes)} with a row. */
        void write(int row, byte[] out, int at);
    }

    /** Rows that are bytes already, end to end. */
    static CodedTable of(int form, int rowBytes, int parameter, float[] codebook, byte[] bytes) {
        int rows = rowBytes == 0 ? 0 : bytes.length / rowBytes;
        return new CodedTable(
                form,
                rows,
                rowBytes,
                parameter,
                codebook,
                (row, out, at) -> System.arraycopy(bytes, row * rowBytes, out, at, rowBytes));
    }

    /** A table of no rows, with a codebook as large as rows would need. */
    static CodedTable empty(RowForm form, int dim, boolean norms) {
        int parameter = form.parameter();
        return switch (form.kind()) {
            case FLOAT32 -> of(CompactLayout.FORM_FLOAT, Float.BYTES * dim, 0, new float[0], new byte[0]);
            case FLOAT16 -> of(CompactLayout.FORM_HALF, Short.BYTES * dim, 0, new float[0], new byte[0]);
            case DECOMPOSED ->
                of(
                        CompactLayout.FORM_DECOMPOSED,
                        Short.BYTES * parameter,
                        parameter,
                        new float[parameter * dim],
                        new byte[0]);
            case PRODUCT -> emptyProduct(dim, (dim + parameter - 1) / parameter, norms);
        };
    }

    private static CodedTable emptyProduct(int dim, int part, boolean norms) {
        int parts = ProductRows.parts(dim, part);
        int numbers = ProductRows.CENTROIDS * parts * part;
        return norms
                ? of(
                        CompactLayout.FORM_PRODUCT_WITH_NORMS,
                        parts + 1,
                        part,
                        new float[ProductRows.CENTROIDS + numbers],
                        new byte[0])
                : of(CompactLayout.FORM_PRODUCT, parts, part, new float[numbers], new byte[0]);
    }

    /** The same for another number of rows, to reckon sizes with. */
    CodedTable withRows(int number) {
        return new CodedTable(form, number, rowBytes, parameter, codebook, source);
    }
}
