package dev.embeam.compress;

import static dev.embeam.compress.CompactLayout.HEADER_BYTES;

import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads compact files ({@code .ecf}). A local file is mapped and used in place; one of another file system is copied into
 * memory outside the heap as it is. Both checksums are held against the contents, then every length and every order that a
 * look-up relies on: a damaged file is a {@link CorruptDataException}, never a look-up that leaves the file.
 */
public final class CompactReader {
    private final StoredBytes bytes;
    private final String name;
    private final ByteBuffer header;
    private final int words;
    private final int ngrams;

    private CompactReader(StoredBytes bytes, String name, ByteBuffer header) {
        this.bytes = bytes;
        this.name = name;
        this.header = header;
        words = header.getInt(32);
        ngrams = header.getInt(36);
    }

    /** Whether these first bytes of a file are those of a compact file. */
    public static boolean isCompact(byte[] start) {
        return start.length >= CompactLayout.MAGIC.length
                && Arrays.equals(CompactLayout.MAGIC, Arrays.copyOf(start, CompactLayout.MAGIC.length));
    }

    /**
     * The model in a file. A map outlives the channel, which the caller closes.
     *
     * @throws CorruptDataException if the file is damaged or of another kind
     */
    public static CompactModel read(SeekableByteChannel channel, String name) {
        try {
            return read(StoredBytes.of(channel), name, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** The model in these bytes, of which checksums are optional: what a damaged file does must not rest on them alone. */
    static CompactModel read(StoredBytes bytes, String name, boolean checked) throws IOException {
        if (bytes.size() < HEADER_BYTES + Integer.BYTES) {
            throw new CorruptDataException(
                    name, "", bytes.size() + " bytes", "a compact model of at least " + HEADER_BYTES + " bytes");
        }
        CompactReader reader = new CompactReader(bytes, name, bytes.slice(0, HEADER_BYTES));
        reader.checkHeader(checked);
        if (checked) {
            reader.checkBody();
        }
        return reader.model();
    }

    private void checkHeader(boolean checked) {
        byte[] magic = new byte[CompactLayout.MAGIC.length];
        header.get(0, magic);
        check(isCompact(magic), 0, "no magic number", "EMBEAMCF; another kind of file?");
        check(
                header.getInt(8) == CompactLayout.VERSION,
                8,
                "version " + header.getInt(8),
                CompactLayout.VERSION + "; written by a later release?");
        CRC32C ofHeader = new CRC32C();
        ofHeader.update(header.slice(0, CompactLayout.HEADER_CHECK_AT));
        int stored = header.getInt(CompactLayout.HEADER_CHECK_AT);
        check(!checked || stored == (int) ofHeader.getValue(), CompactLayout.HEADER_CHECK_AT, "a checksum", "another");
        check(
                header.getLong(48) == bytes.size(),
                48,
                bytes.size() + " bytes",
                header.getLong(48) + "; the file is cut short or goes on behind its end");
    }

    private void checkBody() throws IOException {
        CRC32C ofBody = new CRC32C();
        long end = bytes.size() - Integer.BYTES;
        for (long at = HEADER_BYTES; at < end; ) {
            long part = Math.min(end - at, 1 << 24);
            ofBody.update(bytes.slice(at, part));
            at += part;
        }
        int stored = bytes.slice(end, Integer.BYTES).getInt(0);
        check(stored == (int) ofBody.getValue(), end, "a checksum", "another; the file is damaged");
    }

    private CompactModel model() throws IOException {
        CompactSettings settings = settings();
        CompactWords kept = keptWords();
        CompactBuckets buckets = keptBuckets(settings);
        CodedRows wordRows = rows(settings, 0, words, CompactLayout.WORD_CODEBOOK, CompactLayout.WORD_ROWS);
        CodedRows ngramRows = rows(settings, 1, ngrams, CompactLayout.NGRAM_CODEBOOK, CompactLayout.NGRAM_ROWS);
        return new CompactModel(settings, kept, buckets, wordRows, ngramRows, bytes.size());
    }

    private CompactSettings settings() {
        int flags = header.getInt(12);
        check((flags & ~CompactLayout.FLAG_DROPPED_COUNT) == 0, 12, "flags " + flags, "none but the known ones");
        int dim = header.getInt(16);
        check(dim >= 1 && dim <= CompactSettings.MOST_COLUMNS, 16, dim + " columns", "1 to 65,536");
        check(header.getInt(28) >= 0, 28, header.getInt(28) + " buckets", "at least 0");
        check(words >= 0 && ngrams >= 0, 32, words + " words and " + ngrams + " buckets", "at least 0");
        return new CompactSettings(
                dim, header.getInt(20), header.getInt(24), header.getInt(28), flags != 0, header.getLong(40));
    }

    private CompactWords keptWords() throws IOException {
        long groups = CompactWords.groups(words) + 1L;
        CompactWords kept = new CompactWords(
                section(CompactLayout.WORD_GROUPS, groups * CompactWords.GROUP_BYTES),
                section(CompactLayout.WORDS, length(CompactLayout.WORDS)),
                section(CompactLayout.COUNTS, (long) words * Short.BYTES));
        checkFault(kept.fault(), CompactLayout.WORD_GROUPS);
        return kept;
    }

    private CompactBuckets keptBuckets(CompactSettings settings) throws IOException {
        long groups = CompactBuckets.groups(settings.bucket()) + 1L;
        CompactBuckets buckets = new CompactBuckets(
                section(CompactLayout.BUCKET_GROUPS, groups * Integer.BYTES), section(CompactLayout.BUCKETS, ngrams));
        checkFault(buckets.fault(), CompactLayout.BUCKET_GROUPS);
        return buckets;
    }

    private void checkFault(String fault, int section) {
        check(fault.isEmpty(), offset(section), fault, "rows in order, as many as the header says");
    }

    private CodedRows rows(CompactSettings settings, int table, int rows, int codebook, int section)
            throws IOException {
        int at = CompactLayout.FORMS_AT + table * CompactLayout.FORM_BYTES;
        int form = header.getInt(at);
        int width = header.getInt(at + Integer.BYTES);
        int parameter = header.getInt(at + 2 * Integer.BYTES);
        check(
                width >= 1 && width <= 4 * CompactSettings.MOST_COLUMNS + 1,
                at,
                "rows of " + width + " bytes",
                "1 or more");
        int dim = settings.dim();
        switch (form) {
            case CompactLayout.FORM_FLOAT -> {
                checkWidth(width, (long) Float.BYTES * dim, at);
                return new FloatRows(slices(section, rows, width));
            }
            case CompactLayout.FORM_HALF -> {
                checkWidth(width, (long) Short.BYTES * dim, at);
                return new HalfRows(slices(section, rows, width));
            }
            case CompactLayout.FORM_PRODUCT, CompactLayout.FORM_PRODUCT_WITH_NORMS -> {
                check(parameter >= 1 && parameter <= dim, at, "parts of " + parameter + " columns", "1 to " + dim);
                boolean norms = form == CompactLayout.FORM_PRODUCT_WITH_NORMS;
                return product(dim, parameter, norms, floats(codebook), slices(section, rows, width), at);
            }
            case CompactLayout.FORM_DECOMPOSED -> {
                checkWidth(width, (long) Short.BYTES * parameter, at);
                float[] components = floats(codebook);
                checkWidth(components.length, (long) parameter * dim, at);
                return new DecomposedRows(slices(section, rows, width), dim, components);
            }
            default -> throw corrupt(at, "rows of form " + form, "0 to 4");
        }
    }

    private CodedRows product(int dim, int part, boolean hasNorms, float[] codebook, RowSlices slices, int at) {
        int parts = ProductRows.parts(dim, part);
        int norms = hasNorms ? ProductRows.CENTROIDS : 0;
        checkWidth(slices.rowBytes(), parts + (hasNorms ? 1L : 0), at);
        checkWidth(codebook.length, norms + (long) ProductRows.CENTROIDS * parts * part, at);
        return new ProductRows(
                slices,
                dim,
                part,
                Arrays.copyOfRange(codebook, norms, codebook.length),
                Arrays.copyOf(codebook, norms));
    }

    private void checkWidth(long actual, long expected, int at) {
        check(actual == expected, at, "a row or codebook of " + actual, Long.toString(expected));
    }

    private RowSlices slices(int section, int rows, int width) throws IOException {
        long expected = (long) rows * width;
        check(length(section) == expected, place(section), length(section) + " bytes of rows", expected + " bytes");
        int shift = RowSlices.shift(width);
        int count = rows == 0 ? 0 : ((rows - 1) >>> shift) + 1;
        ByteBuffer[] slices = new ByteBuffer[count];
        long inSlice = (long) width << shift;
        for (int i = 0; i < count; i++) {
            slices[i] = part(section, i * inSlice, Math.min(inSlice, expected - i * inSlice));
        }
        return new RowSlices(rows, width, shift, slices);
    }

    private float[] floats(int section) throws IOException {
        long length = length(section);
        check(length >= 0 && length % Float.BYTES == 0, place(section), length + " bytes of floats", "a multiple of 4");
        FloatBuffer floats = section(section, length).asFloatBuffer();
        float[] numbers = new float[floats.remaining()];
        floats.get(numbers);
        return numbers;
    }

    private ByteBuffer section(int section, long expected) throws IOException {
        check(
                length(section) == expected && expected <= Integer.MAX_VALUE - 8,
                place(section),
                "section " + section + " has " + length(section) + " bytes",
                expected + " bytes, less than 2 GiB");
        return part(section, 0, expected);
    }

    private ByteBuffer part(int section, long from, long length) throws IOException {
        long offset = offset(section);
        check(
                offset >= HEADER_BYTES
                        && offset % CompactLayout.ALIGNMENT == 0
                        && length(section) >= 0
                        && offset <= bytes.size() - Integer.BYTES - length(section),
                place(section),
                "section " + section + " is " + length(section) + " bytes from " + offset,
                "what lies in the file");
        return bytes.slice(offset + from, length);
    }

    private static int place(int section) {
        return CompactLayout.SECTIONS_AT + section * 2 * Long.BYTES;
    }

    private long offset(int section) {
        return header.getLong(place(section));
    }

    private long length(int section) {
        return header.getLong(place(section) + Long.BYTES);
    }

    private void check(boolean holds, long at, String actual, String expected) {
        if (!holds) {
            throw corrupt(at, actual, expected);
        }
    }

    private CorruptDataException corrupt(long at, String actual, String expected) {
        return new CorruptDataException(name, "byte " + at, actual, expected);
    }
}
