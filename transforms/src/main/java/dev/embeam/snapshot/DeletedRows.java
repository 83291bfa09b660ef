package dev.embeam.snapshot;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.parquet.Parquet;

/** Files that say which rows of a file of vectors are deleted, one for each such file. */
final class DeletedRows {
    private final Table table;
    private final BaseDeleteLoader loader;

    DeletedRows(Table table) {
        this.table = table;
        loader = new BaseDeleteLoader(file -> table.io().newInputFile(file.location()));
    }

    /**
     * The rows that a snapshot does not hold of a file.
     *
     * @throws IllegalArgumentException for deletions by value, which other programs may have written
     */
    BitSet read(FileScanTask task) {
        BitSet rows = new BitSet();
        List<DeleteFile> files = task.deletes();
        for (DeleteFile file : files) {
            if (file.content() != FileContent.POSITION_DELETES) {
                throw new IllegalArgumentException("table " + table.location() + " deletes by value in "
                        + file.location() + "; expected deletions by row, as reindex writes them; rewrite the table's"
                        + " files with the program that wrote it");
            }
        }
        if (!files.isEmpty()) {
            loader.loadPositionDeletes(files, task.file().location()).forEach(row -> rows.set(Math.toIntExact(row)));
        }
        return rows;
    }

    /** Writes the rows that are deleted of a file. */
    DeleteFile write(String file, BitSet rows, String path) throws IOException {
        PositionDeleteWriter<Void> writer = Parquet.writeDeletes(table.io().newOutputFile(path))
                .forTable(table)
                .rowSchema(null)
                .metricsConfig(MetricsConfig.forPositionDelete(table))
                .withSpec(table.spec())
                .createWriterFunc(GenericParquetWriter::create)
                .overwrite()
                .buildPositionWriter();
        try (writer) {
            PositionDelete<Void> delete = PositionDelete.create();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                writer.write(delete.set(file, row));
            }
        }
        return writer.toDeleteFile();
    }
}
