package dev.embeam.evaluation;

import dev.embeam.kernel.Quantization;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.Precision;
import dev.embeam.schema.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The vectors of one system, part by part: the leading columns of the full-width vectors, stored in the system's precision
 * and read back. The ranges of int8 are those of all parts together. Immutable; a part is made anew at every call.
 */
public final class SystemVectors {
    private final TextVectors full;
    private final SortedMap<Split, List<String>> texts;
    private final int dims;
    private final Precision precision;

    SystemVectors(TextVectors full, SortedMap<Split, List<String>> texts, EvaluatedSystem system) {
        this.full = full;
        this.texts = texts;
        this.dims = system.dims();
        this.precision = system.precision();
        if (dims > full.dim()) {
            throw new IllegalArgumentException("width of " + system.name().label() + " is " + dims
                    + "; expected at most the " + full.dim() + " columns of its vectors");
        }
    }

    /** The vectors of a part, in the order of its texts. */
    public TextVectors of(Split split) {
        int from = firstRow(split);
        return stored(full.cut(from, from + size(split), dims));
    }

    /** How many vectors of a part are zero: texts that are empty, or without a token the model knows. */
    int zeros(Split split) {
        int from = firstRow(split);
        int zeros = 0;
        for (int row = from; row < from + size(split); row++) {
            zeros += full.isZero(row, dims) ? 1 : 0;
        }
        return zeros;
    }

    private int firstRow(Split split) {
        return texts.headMap(split).values().stream().mapToInt(List::size).sum();
    }

    private int size(Split split) {
        return Objects.requireNonNull(texts.get(split)).size();
    }

    private TextVectors stored(TextVectors vectors) {
        if (precision == Precision.FLOAT32) {
            return vectors;
        }
        VectorCodec codec = VectorCodec.of(precision, dims, precision == Precision.INT8 ? ranges() : Calibration.NONE);
        byte[] bytes = new byte[codec.bytes(vectors.rows())];
        codec.encode(vectors.values(), vectors.rows(), bytes);
        codec.decode(bytes, vectors.rows(), vectors.values());
        return vectors;
    }

    private Calibration ranges() {
        float[] min = new float[dims];
        float[] max = new float[dims];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        TextVectors all = full.cut(0, full.rows(), dims);
        Quantization.widen(all.values(), all.rows(), min, max);
        return new Calibration(min, max);
    }
}
