package dev.embeam.schema.coder;

import dev.embeam.schema.TextColumn;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;

/** Codes a {@link TextColumn} as its three arrays. */
public final class TextColumnCoder extends RecordCoder<TextColumn> {
    private static final long serialVersionUID = 1L;
    private static final TextColumnCoder INSTANCE = new TextColumnCoder();

    private TextColumnCoder() {
        super(TextColumn.class);
    }

    /** The coder. */
    public static TextColumnCoder of() {
        return INSTANCE;
    }

    @Override
    void write(TextColumn column, DataOutputStream out) throws IOException {
        ArrayCoding.writeInts(column.offsets(), column.offsets().length, out);
        ArrayCoding.writeChars(column.chars(), column.offsets()[column.size()], out);
        ArrayCoding.writeLongs(column.absent().toLongArray(), out);
    }

    @Override
    TextColumn read(DataInputStream in) throws IOException {
        int[] offsets = ArrayCoding.readInts(in);
        char[] chars = ArrayCoding.readChars(in);
        return new TextColumn(chars, offsets, BitSet.valueOf(ArrayCoding.readLongs(in)));
    }
}
