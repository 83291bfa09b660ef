package dev.embeam.schema.parquet;

import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** Reads the id and the kept fields of a row group through Parquet's own column readers. */
final class TextColumnsReader {
    private final MessageType schema;

    TextColumnsReader(EmbeddingLayout layout) {
        schema = layout.textSchema();
    }

    /** The id column and then every kept field. */
    List<TextColumn> read(PageReadStore group, int rows) {
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(group, new NoConverter(), schema, "embeam");
        List<TextColumn> columns = new ArrayList<>();
        for (ColumnDescriptor column : schema.getColumns()) {
            columns.add(read(store.getColumnReader(column), column.getMaxDefinitionLevel(), rows));
        }
        return columns;
    }

    private static TextColumn read(ColumnReader reader, int definedLevel, int rows) {
        TextColumnBuilder builder = new TextColumnBuilder();
        for (int i = 0; i < rows; i++) {
            if (reader.getCurrentDefinitionLevel() < definedLevel) {
                builder.appendAbsent();
            } else {
                builder.append(reader.getBinary().toStringUsingUTF8());
            }
            reader.consume();
        }
        return builder.build();
    }

    /** Parquet's readers want to know where to push values, although they are pulled here. */
    private static final class NoConverter extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
