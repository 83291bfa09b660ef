package dev.embeam.fasttext.quantize;

import dev.embeam.fasttext.FastTextModel;

/** How many rows a quantised model can keep at a size, as the fasttext tool's autotuning estimates it. */
public final class TargetSize {
    private static final long HEADER = 107;
    private static final long BYTES_OF_ENTRY = 10;

    private TargetSize() {}

    /**
     * The cutoff with which a model's file gets about {@code bytes} long.
     *
     * @param settings of which the cutoff does not count
     * @throws IllegalArgumentException if the fewest rows that can be quantised are too many for that
     */
    public static int cutoff(FastTextModel model, QuantizationSettings settings, long bytes) {
        long dim = model.settings().dim();
        long labels = model.dictionary().labels();
        long output = 16 + Float.BYTES * labels * dim;
        if (settings.qout()) {
            output = 21 + labels * ((dim + 1) / 2) + 16 + 1024 * dim + (settings.qnorm() ? labels : 0);
        }
        long left = bytes - HEADER - 1024 * dim - output;
        long ofRow = (dim + settings.dsub() - 1) / settings.dsub() + (settings.qnorm() ? 1 : 0) + BYTES_OF_ENTRY;
        long rows = left / ofRow;
        if (rows < QuantizationSettings.FEWEST_ROWS) {
            long fewest = bytes - left + QuantizationSettings.FEWEST_ROWS * ofRow;
            throw new IllegalArgumentException("a size of " + bytes + " bytes has no room for "
                    + QuantizationSettings.FEWEST_ROWS + " rows; expected at least " + fewest
                    + " bytes, or a larger dsub or qout");
        }
        return (int) Math.min(rows, Integer.MAX_VALUE);
    }
}
