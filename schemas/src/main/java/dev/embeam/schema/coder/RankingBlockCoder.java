package dev.embeam.schema.coder;

import dev.embeam.schema.RankingBlock;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Codes a {@link RankingBlock}. Ids are well-formed text; each is written once and shared by all hits that are read back,
 * since queries by the thousand find the same documents.
 */
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
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] ids = new int[block.documents().size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = numbers.computeIfAbsent(block.documents().get(i), id -> numbers.size());
        }
        out.writeInt(numbers.size());
        for (String id : numbers.keySet()) {
            TextCoding.write(id, out);
        }
        ArrayCoding.writeInts(ids, ids.length, out);
    }

    @Override
    RankingBlock read(DataInputStream in) throws IOException {
        int[] offsets = ArrayCoding.readInts(in);
        int[] tied = ArrayCoding.readInts(in);
        float[] scores = ArrayCoding.readFloats(in);
        String[] distinct = new String[in.readInt()];
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = TextCoding.read(in);
        }
        List<String> documents = new ArrayList<>(scores.length);
        for (int id : ArrayCoding.readInts(in)) {
            documents.add(distinct[id]);
        }
        return new RankingBlock(offsets, documents, scores, tied);
    }
}
