package dev.embeam.identity;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.TextColumn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.List;

/**
 * What a document says, in 128 bits: the first ones of the SHA-256 of its id, its text and its kept fields, each as its
 * number of UTF-16 code units (-1 where it is absent) and the units, all in little-endian order. The input file and the
 * place in it do not count. Allocates nothing a document. Not thread-safe.
 */
public final class ContentHasher {
    private final Digest128 digest = new Digest128();
    private byte[] bytes = new byte[0];
    private CharBuffer units = CharBuffer.allocate(0);

    /** A hasher. */
    public ContentHasher() {
        reserve(1 << 12);
    }

    /** Hashes document {@code i} into {@code out[at]} and {@code out[at + 1]}. */
    public void hash(DocumentBatch batch, int i, long[] out, int at) {
        units.clear();
        append(batch.keys().ids(), i);
        append(batch.texts(), i);
        List<TextColumn> kept = batch.keys().kept();
        for (int field = 0; field < kept.size(); field++) {
            append(kept.get(field), i);
        }
        digest.hash(bytes, Character.BYTES * units.position(), out, at);
    }

    private void append(TextColumn column, int i) {
        int from = column.offsets()[i];
        int length = column.offsets()[i + 1] - from;
        int marked = column.isAbsent(i) ? -1 : length;
        if (units.remaining() < length + 2L) {
            reserve(Math.addExact(units.position(), length + 2));
        }
        units.put((char) marked).put((char) (marked >>> Character.SIZE));
        units.put(column.chars(), from, length);
    }

    /** The order of bytes is that of the machines it runs on, where units are copied in bulk. */
    private void reserve(int needed) {
        int position = units.position();
        byte[] larger = new byte[Math.multiplyExact(2 * Character.BYTES, needed)];
        System.arraycopy(bytes, 0, larger, 0, Character.BYTES * position);
        bytes = larger;
        units = ByteBuffer.wrap(larger).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer();
        units.position(position);
    }
}
