package dev.embeam.fasttext;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/** Writes {@code .bin} and {@code .ftz} files of version 12, which the fasttext tool loads. */
public final class FastTextWriter {
    private static final int BUFFER = 1 << 18;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    private FastTextWriter(WritableByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Writes a model; the caller closes the channel.
     *
     * @throws IllegalArgumentException if the model was read without its output matrix, or its output is quantised and its
     *     input is not
     */
    public static void write(FastTextModel model, WritableByteChannel channel) throws IOException {
        Matrix output = model.output()
                .orElseThrow(() -> new IllegalArgumentException("the model was read without its output matrix"));
        boolean quantizedOutput = output instanceof QuantizedMatrix;
        if (quantizedOutput && !model.isQuantized()) {
            throw new IllegalArgumentException("the output is quantised and the input is not; no file can say so");
        }
        FastTextWriter writer = new FastTextWriter(channel);
        writer.settings(model.settings());
        writer.dictionary(model.dictionary());
        writer.bool(model.isQuantized());
        writer.matrix(model.input());
        writer.bool(quantizedOutput);
        writer.matrix(output);
        writer.flush();
    }

    private void settings(FastTextSettings settings) throws IOException {
        int32(FastTextReader.MAGIC);
        int32(FastTextReader.VERSION);
        int32(settings.dim());
        int32(settings.ws());
        int32(settings.epoch());
        int32(settings.minCount());
        int32(settings.neg());
        int32(settings.wordNgrams());
        int32(settings.loss().code());
        int32(settings.kind().code());
        int32(settings.bucket());
        int32(settings.minn());
        int32(settings.maxn());
        int32(settings.lrUpdateRate());
        room(Double.BYTES).putDouble(settings.t());
    }

    private void dictionary(Dictionary dictionary) throws IOException {
        int32(dictionary.size());
        int32(dictionary.words());
        int32(dictionary.labels());
        int64(dictionary.tokens());
        int64(dictionary.pruned().map(PrunedBuckets::size).orElse(FastTextReader.NEVER_PRUNED));
        for (int entry = 0; entry < dictionary.size(); entry++) {
            bytes(dictionary.bytes(entry));
            int8(0);
            int64(dictionary.count(entry));
            int8(entry < dictionary.words() ? 0 : 1);
        }
        if (dictionary.pruned().isPresent()) {
            int[] kept = dictionary.pruned().get().kept();
            for (int number = 0; number < kept.length; number++) {
                int32(kept[number]);
                int32(number);
            }
        }
    }

    private void matrix(Matrix matrix) throws IOException {
        if (matrix instanceof QuantizedMatrix codes) {
            quantized(codes);
        } else {
            int64(matrix.rows());
            int64(matrix.columns());
            for (int row = 0; row < matrix.rows(); row++) {
                floats(matrix.row(row));
            }
        }
    }

    private void quantized(QuantizedMatrix matrix) throws IOException {
        bool(matrix.norms().isPresent());
        int64(matrix.rows());
        int64(matrix.columns());
        int32(matrix.codes().length);
        bytes(matrix.codes());
        quantizer(matrix.quantizer());
        if (matrix.norms().isPresent()) {
            bytes(matrix.norms().get().codes());
            quantizer(matrix.norms().get().quantizer());
        }
    }

    private void quantizer(ProductQuantizer quantizer) throws IOException {
        int32(quantizer.dim());
        int32(quantizer.parts());
        int32(quantizer.part());
        int32(quantizer.columns(quantizer.parts() - 1));
        floats(quantizer.centroids());
    }

    private void bool(boolean value) throws IOException {
        int8(value ? 1 : 0);
    }

    private void int8(int value) throws IOException {
        room(1).put((byte) value);
    }

    private void int32(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    private void int64(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    private void floats(float[] values) throws IOException {
        for (float value : values) {
            room(Float.BYTES).putFloat(value);
        }
    }

    private void bytes(byte[] values) throws IOException {
        for (int done = 0; done < values.length; ) {
            int part = Math.min(values.length - done, BUFFER);
            room(part).put(values, done, part);
            done += part;
        }
    }

    private ByteBuffer room(int length) throws IOException {
        if (buffer.remaining() < length) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
