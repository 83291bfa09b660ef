package dev.embeam.snapshot.content;

import dev.embeam.identity.IdHasher;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The row that a walk over files has come to; moves on with the walk. */
final class RowCursor {
    private static final int ABSENT = 0x10000;

    private final IdHasher hasher = new IdHasher();
    private final long[] hash = new long[2];
    private int file;
    private DocumentKeys keys = DocumentKeys.ofIds();
    private byte[] vectors = new byte[0];
    private int rowBytes;
    private int i;

    /** Goes to the rows of a row group. */
    void enter(int newFile, DocumentKeys newKeys, byte[] newVectors, int newRowBytes) {
        file = newFile;
        keys = newKeys;
        vectors = newVectors;
        rowBytes = newRowBytes;
    }

    /** Goes to a row of the row group. */
    void move(int rowOfGroup) {
        i = rowOfGroup;
        hasher.hash(keys.ids(), i, hash, 0);
    }

    /** The document's id. */
    String id() {
        return keys.ids().get(i);
    }

    /** 128 bits that stand for the id; overwritten when the walk goes on. */
    long[] hash() {
        return hash;
    }

    /** Where the row is: the number of its file, and its row in the file. */
    long place() {
        return Place.of(file, (int) keys.positions()[i]);
    }

    /** A copy of the vector's bytes. */
    byte[] vector() {
        return Arrays.copyOfRange(vectors, i * rowBytes, (i + 1) * rowBytes);
    }

    /** Copies a float32 vector to where the array's row {@code at} begins. */
    void copyVector(float[] out, int at) {
        ByteBuffer.wrap(vectors, i * rowBytes, rowBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(out, at * rowBytes / Float.BYTES, rowBytes / Float.BYTES);
    }

    /** 64 bits that stand for all that the row holds beside its id. */
    long content() {
        long mixed = rowBytes;
        ByteBuffer bytes = ByteBuffer.wrap(vectors, i * rowBytes, rowBytes);
        while (bytes.remaining() >= Long.BYTES) {
            mixed = Mixing.mix(mixed ^ bytes.getLong());
        }
        while (bytes.hasRemaining()) {
            mixed = Mixing.mix(mixed ^ bytes.get());
        }
        for (TextColumn field : keys.kept()) {
            mixed = Mixing.mix(mixed ^ (field.isAbsent(i) ? ABSENT : 0));
            for (int at = field.offsets()[i]; at < field.offsets()[i + 1]; at++) {
                mixed = Mixing.mix(mixed ^ field.chars()[at]);
            }
        }
        return mixed;
    }
}
