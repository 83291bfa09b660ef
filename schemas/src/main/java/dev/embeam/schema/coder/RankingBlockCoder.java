package dev.embeam.schema.coder;

import dev.embeam.schema.RankingBlock;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Codes a {@link RankingBlock}. Ids are well-formed text. */
public final class RankingBlockCoder extends RecordCoder<RankingBlock> {
    private static final long serialVersionUID = 1L;
    private static final RankingBlockCoder INSTANCE = new RankingBlockCoder();

    private RankingBlockCoder() {
        super(RankingBlock.class);
    }

    /** The coder. */
    public static RankingBlockCoder of() {
        return INSTANCE;
    }

    @Override
    void write(RankingBlock block, DataOutputStream out) throws IOException {
        ArrayCoding.writeInts(block.offsets(), block.offsets().length, out);
        ArrayCoding.writeInts(block.tied(), block.size(), out);
        ArrayCoding.writeFloats(block.scores(), out);
        for (String document : block.documents()) {
            TextCoding.write(document, out);
        }
    }

    @Override
    RankingBlock read(DataInputStream in) throws IOException {
        int[] offsets = ArrayCoding.readInts(in);
        int[] tied = ArrayCoding.readInts(in);
        float[] scores = ArrayCoding.readFloats(in);
        List<String> documents = new ArrayList<>(scores.length);
        for (int i = 0; i < scores.length; i++) {
            documents.add(TextCoding.read(in));
        }
        return new RankingBlock(offsets, documents, scores, tied);
    }
}
