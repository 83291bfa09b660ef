package dev.embeam.transform.io;

import dev.embeam.schema.VariantBatch;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads one row group and gives the vectors of its live rows in batches. */
final class ReadRowGroupFn extends DoFn<EmbeddingPart, VariantBatch> {
    private static final long serialVersionUID = 1L;

    private final int documentChunk;

    ReadRowGroupFn(int documentChunk) {
        this.documentChunk = documentChunk;
    }

    @ProcessElement
    public void process(@Element EmbeddingPart part, OutputReceiver<VariantBatch> out) throws IOException {
        PartReader.read(part, documentChunk, batch -> out.output(new VariantBatch(0, batch, 0)));
    }
}
