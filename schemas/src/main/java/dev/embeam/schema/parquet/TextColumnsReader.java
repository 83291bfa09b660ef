package dev.embeam.schema.parquet;

import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** Reads columns of text of a row group through Parquet's own column readers. */
final class TextColumnsReader {
    private final MessageType schema;
    private char[] units = new char[64];

    TextColumnsReader(MessageType schema) {
        this.schema = schema;
    }

    /** The columns in their order. */
    List<TextColumn> read(PageReadStore group, int rows) {
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(group, new NoConverter(), schema, "embeam");
        List<TextColumn> columns = new ArrayList<>();
        for (ColumnDescriptor column : schema.getColumns()) {
            columns.add(read(store.getColumnReader(column), column.getMaxDefinitionLevel(), rows));
        }
        return columns;
    }

    private TextColumn read(ColumnReader reader, int definedLevel, int rows) {
        TextColumnBuilder builder = new TextColumnBuilder();
        for (int i = 0; i < rows; i++) {
            if (reader.getCurrentDefinitionLevel() < definedLevel) {
                builder.appendAbsent();
            } else {
                append(reader.getBinary(), builder);
            }
            reader.consume();
        }
        return builder.build();
    }

    /** Most ids are ASCII, whose bytes are their code units. */
    private void append(Binary text, TextColumnBuilder builder) {
        ByteBuffer bytes = text.toByteBuffer();
        int length = bytes.remaining();
        if (units.length < length) {
            units = new char[2 * length];
        }
        for (int i = 0; i < length; i++) {
            byte unit = bytes.get(bytes.position() + i);
            if (unit < 0) {
                builder.append(text.toStringUsingUTF8());
                return;
            }
            units[i] = (char) unit;
        }
        builder.append(units, 0, length);
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
