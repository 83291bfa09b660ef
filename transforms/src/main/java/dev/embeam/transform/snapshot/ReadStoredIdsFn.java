package dev.embeam.transform.snapshot;

import dev.embeam.identity.IdCollector;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads the ids of one row group, without those of deleted rows. */
final class ReadStoredIdsFn extends DoFn<TablePart, IdBlock> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element TablePart part, OutputReceiver<IdBlock> out) throws IOException {
        String path = part.file().path();
        IdCollector collector = new IdCollector(IdBlock.Kind.STORED, path, (partition, block) -> out.output(block));
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(new BeamFiles().open(path), path)) {
            TextColumn ids = reader.texts(part.rowGroup(), EmbeddingLayout.ID);
            for (int i = 0; i < ids.size(); i++) {
                if (!part.file().deleted().get(part.firstRow() + i)) {
                    collector.appendStored(ids, i, part.firstRow() + i);
                }
            }
        }
        collector.flush();
    }
}
