package dev.embeam.snapshot.content;

import dev.embeam.collection.FileAccess;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.RowGroupReader;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** Goes over rows of files in order; holds one row group at a time and reads none that has no row to see. */
record RowWalk(FileAccess access) {
    /** Sees one row after the other. */
    @FunctionalInterface
    interface Visitor {
        /** The cursor is good until this returns. */
        void visit(RowCursor row) throws IOException;
    }

    /** Goes over these rows of files, given for each file. */
    void over(List<String> files, List<BitSet> rows, Visitor visitor) throws IOException {
        RowCursor cursor = new RowCursor();
        for (int file = 0; file < files.size(); file++) {
            if (!rows.get(file).isEmpty()) {
                over(files.get(file), file, rows.get(file), cursor, visitor);
            }
        }
    }

    private void over(String path, int file, BitSet rows, RowCursor cursor, Visitor visitor) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(access.open(path), path)) {
            int first = 0;
            for (int group = 0; group < reader.rowGroups(); group++) {
                int next = Math.toIntExact(first + reader.rowsOf(group));
                BitSet wanted = rows.get(first, next);
                if (!wanted.isEmpty()) {
                    enter(reader, reader.open(group), file, cursor);
                    for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
                        cursor.move(row);
                        visitor.visit(cursor);
                    }
                }
                first = next;
            }
        }
    }

    private static void enter(EmbeddingFileReader reader, RowGroupReader group, int file, RowCursor cursor)
            throws IOException {
        int rowBytes = reader.layout().rowBytes();
        byte[] vectors = new byte[Math.multiplyExact(group.keys().size(), rowBytes)];
        group.read(group.keys().size(), vectors);
        cursor.enter(file, group.keys(), vectors, rowBytes);
    }
}
