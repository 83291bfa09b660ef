package dev.embeam.transform.io;

import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.VariantBatch;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.RowGroupReader;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads one row group and gives its vectors in batches. */
final class ReadRowGroupFn extends DoFn<EmbeddingPart, VariantBatch> {
    private static final long serialVersionUID = 1L;

    private final int documentChunk;

    ReadRowGroupFn(int documentChunk) {
        this.documentChunk = documentChunk;
    }

    @ProcessElement
    public void process(@Element EmbeddingPart part, OutputReceiver<VariantBatch> out) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new BeamFiles().open(part.file()), part.file())) {
            RowGroupReader group = reader.open(part.rowGroup());
            DocumentKeys keys = group.keys();
            int dim = reader.layout().dim();
            VectorCodec codec = VectorCodec.of(reader.layout().precision(), dim, reader.calibration());
            byte[] encoded = new byte[codec.bytes(Math.min(documentChunk, keys.size()))];
            for (int from = 0; from < keys.size(); from += documentChunk) {
                int to = Math.min(from + documentChunk, keys.size());
                group.read(to - from, encoded);
                float[] vectors = new float[(to - from) * dim];
                codec.decode(encoded, to - from, vectors);
                EmbeddingBatch batch = new EmbeddingBatch(keys(keys, from, to), dim, vectors, counts(to - from));
                out.output(new VariantBatch(0, batch, 0));
            }
        }
    }

    private static EncodingCounts counts(int documents) {
        return new EncodingCounts(documents, 0, 0, 0, 0);
    }

    private static DocumentKeys keys(DocumentKeys keys, int from, int to) {
        return new DocumentKeys(
                keys.file(), Arrays.copyOfRange(keys.positions(), from, to), part(keys.ids(), from, to), List.of());
    }

    private static TextColumn part(TextColumn ids, int from, int to) {
        int start = ids.offsets()[from];
        int[] offsets = Arrays.copyOfRange(ids.offsets(), from, to + 1);
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] -= start;
        }
        return new TextColumn(Arrays.copyOfRange(ids.chars(), start, ids.offsets()[to]), offsets, new BitSet());
    }
}
