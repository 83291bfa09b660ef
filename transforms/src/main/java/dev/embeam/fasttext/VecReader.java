package dev.embeam.fasttext;

import dev.embeam.kernel.FloatTable;
import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads {@code .vec} files: a line with the numbers of words and columns, then a line a word with its vector in decimal
 * digits, as fastText and word2vec write them. Words are taken by their bytes, up to the first space. The model has no
 * n-grams, no counts and no output, so unknown words have no vector. Digits are read exactly, but files of fastText have only
 * five of them, so vectors are near those of the {@code .bin} file, not equal.
 */
public final class VecReader {
    private static final int MOST_DIM = 1 << 16;
    private static final int LONGEST_HEADER_NUMBER = 10;

    private final TextInput in;

    private VecReader(TextInput in) {
        this.in = in;
    }

    /**
     * Reads a file. The caller closes the channel.
     *
     * @throws CorruptDataException if the header or a line is not as it should be, or lines are too few or too many
     */
    public static FastTextModel read(SeekableByteChannel channel, String name) {
        try {
            return new VecReader(new TextInput(channel, name)).model();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether a file begins as these do, with a digit and then another or a space; goes back to where the channel was. */
    static boolean looksLikeVectors(SeekableByteChannel channel, String name) {
        try {
            long position = channel.position();
            ByteBuffer start = ByteBuffer.allocate(2);
            while (start.hasRemaining() && channel.read(start) >= 0) {}
            channel.position(position);
            byte[] two = start.array();
            return isDigit(two[0]) && (isDigit(two[1]) || two[1] == ' ');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean isDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }

    private FastTextModel model() throws IOException {
        int words = header("the number of words");
        int dim = header("the number of columns");
        in.check(dim >= 1 && dim <= MOST_DIM, "there are " + dim + " columns", "1 to 65,536");
        in.endLine();
        long smallest = words * (2L * dim + 2);
        in.check(
                words >= 1 && smallest <= in.size(),
                words + " words of " + dim + " columns in a file of " + in.size() + " bytes",
                "at least one word, and two bytes a number; it is cut short or of another kind");
        Words read = new Words(words);
        FloatTable table = FloatTable.of(words, dim, (first, count, block) -> rows(read, dim, block));
        in.endFile();
        Dictionary dictionary = new Dictionary(
                Arrays.copyOf(read.bytes, read.offsets[words]),
                read.offsets,
                new long[words],
                words,
                0,
                Optional.empty());
        return new FastTextModel(settings(dim), dictionary, new DenseMatrix(table), Optional.empty());
    }

    private int header(String what) throws IOException {
        int length = in.token();
        in.check(length >= 1 && length <= LONGEST_HEADER_NUMBER, "no number", what + " in the first line");
        long number = 0;
        for (int i = 0; i < length; i++) {
            in.check(isDigit(in.bytes()[i]), "no number", what + " in the first line");
            number = number * 10 + in.bytes()[i] - '0';
        }
        in.check(number <= Integer.MAX_VALUE - 8, what + " is " + number, "at most " + (Integer.MAX_VALUE - 8));
        return (int) number;
    }

    private void rows(Words words, int dim, float[] block) {
        try {
            for (int at = 0; at < block.length; at += dim) {
                int length = in.token();
                in.check(length > 0, "an empty line or no more lines", "as many words as the first line says");
                words.add(in.bytes(), length);
                for (int column = 0; column < dim; column++) {
                    length = in.token();
                    in.check(length > 0, column + " numbers", dim + ", as the first line says");
                    block[at + column] = DecimalFloat.parse(in.bytes(), length);
                    in.check(Float.isFinite(block[at + column]), "no number in column " + column, "a number");
                }
                in.endLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FastTextSettings settings(int dim) {
        return new FastTextSettings(dim, 0, 0, 0, 0, 1, Loss.NEGATIVE_SAMPLING, ModelKind.SKIPGRAM, 0, 0, 0, 0, 0);
    }

    /** The words read so far, end to end. */
    private static final class Words {
        private byte[] bytes = new byte[1 << 12];
        private final int[] offsets;
        private int size;

        Words(int words) {
            offsets = new int[words + 1];
        }

        void add(byte[] word, int length) {
            int end = Math.addExact(offsets[size], length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, end + (end >> 1) + 256L));
            }
            System.arraycopy(word, 0, bytes, offsets[size], length);
            offsets[++size] = end;
        }
    }
}
