package dev.embeam.transform.sink;

import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EmbeddingFileWriter;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EncodedRows;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Copies a file of vectors without some of its rows, and in another precision where that is asked for. */
final class FileRewriter {
    private final EmbeddingFormat format;
    private final BitSet dropped;
    private final BiConsumer<Integer, String> droppedIds;
    private float[] vectors = new float[0];
    private byte[] encoded = new byte[0];

    /**
     * @param format of the new file, of the same columns
     * @param dropped rows to leave out
     * @param droppedIds is told the row and the id of each of them
     */
    FileRewriter(EmbeddingFormat format, BitSet dropped, BiConsumer<Integer, String> droppedIds) {
        this.format = format;
        this.dropped = dropped;
        this.droppedIds = droppedIds;
    }

    /** Writes the copy of {@code file} to {@code path}. */
    WrittenFile rewrite(WrittenFile file, String path) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(OutputFolder.open(file.path()), file.path());
                EmbeddingFileWriter writer = EmbeddingFileWriter.open(OutputFolder.create(path), format)) {
            VectorCodec from = codec(reader);
            VectorCodec to =
                    VectorCodec.of(format.layout().precision(), format.layout().dim(), format.calibration());
            boolean recoded = reader.layout().precision() != format.layout().precision();
            for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                EncodedRows kept = RowSelection.without(
                        next.get(), dropped, reader.layout().rowBytes(), droppedIds);
                writer.append(kept.keys(), recoded ? recode(kept, from, to) : kept.rows());
            }
            String sha256 = writer.finish();
            return file.replacedBy(path, writer.rows(), writer.bytes(), sha256, System.currentTimeMillis());
        }
    }

    private static VectorCodec codec(EmbeddingFileReader reader) {
        return VectorCodec.of(reader.layout().precision(), reader.layout().dim(), reader.calibration());
    }

    private byte[] recode(EncodedRows block, VectorCodec from, VectorCodec to) {
        int numbers = Math.multiplyExact(block.size(), format.layout().dim());
        if (vectors.length < numbers) {
            vectors = new float[numbers];
            encoded = new byte[to.bytes(block.size())];
        }
        from.decode(block.rows(), block.size(), vectors);
        to.encode(vectors, block.size(), encoded);
        return encoded;
    }
}
