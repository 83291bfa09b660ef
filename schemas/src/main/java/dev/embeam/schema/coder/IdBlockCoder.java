package dev.embeam.schema.coder;

import dev.embeam.schema.IdBlock;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Codes an {@link IdBlock}. */
public final class IdBlockCoder extends RecordCoder<IdBlock> {
    private static final long serialVersionUID = 1L;
    private static final IdBlockCoder INSTANCE = new IdBlockCoder();

    private IdBlockCoder() {
        super(IdBlock.class);
    }

    /** The coder. */
    public static IdBlockCoder of() {
        return INSTANCE;
    }

    @Override
    void write(IdBlock block, DataOutputStream out) throws IOException {
        out.writeByte(block.kind().ordinal());
        TextCoding.write(block.file(), out);
        out.writeInt(block.sources().size());
        for (String source : block.sources()) {
            TextCoding.write(source, out);
        }
        ArrayCoding.writeLongs(block.hashes(), out);
        ArrayCoding.writeLongs(block.positions(), out);
        ArrayCoding.writeInts(block.sourceOf(), block.size(), out);
        ArrayCoding.writeInts(block.rows(), block.size(), out);
    }

    @Override
    IdBlock read(DataInputStream in) throws IOException {
        IdBlock.Kind kind = IdBlock.Kind.values()[in.readByte()];
        String file = TextCoding.read(in);
        int count = in.readInt();
        List<String> sources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sources.add(TextCoding.read(in));
        }
        return new IdBlock(
                kind,
                file,
                sources,
                ArrayCoding.readLongs(in),
                ArrayCoding.readLongs(in),
                ArrayCoding.readInts(in),
                ArrayCoding.readInts(in));
    }
}
