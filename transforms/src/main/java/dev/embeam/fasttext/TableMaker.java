package dev.embeam.fasttext;

import dev.embeam.kernel.EmbeddingTable;
import dev.embeam.kernel.FloatTable;

/** Makes the table of a dense input matrix while its file is read. */
@FunctionalInterface
interface TableMaker {
    /** The rows as they are. */
    TableMaker AS_READ = (settings, dictionary, rows, source) -> FloatTable.of(rows, settings.dim(), source);

    /** A table of {@code rows} rows, one a word and then one a bucket that was kept, read from {@code source}. */
    FloatTable make(
            FastTextSettings settings, Dictionary dictionary, int rows, EmbeddingTable.RowSource<float[]> source);
}
