package dev.embeam.collection;

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
import org.jspecify.annotations.Nullable;

/** The rows of one row group: its columns, read side by side. No object is made of a row. */
final class ParquetRows {
    private final List<ColumnReader> columns = new ArrayList<>();
    private final int[] slots;
    private final long rows;
    private long row;

    ParquetRows(PageReadStore pages, MessageType schema, String createdBy, RecordValues values) {
        rows = pages.getRowCount();
        slots = new int[schema.getFieldCount()];
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, new Unused(), schema, createdBy);
        for (ColumnDescriptor column : schema.getColumns()) {
            slots[columns.size()] = values.slot(column.getPath()[0]);
            columns.add(store.getColumnReader(column));
        }
    }

    /** Rows left, the current one included. */
    long remaining() {
        return rows - row;
    }

    /** Which share of the rows is left. */
    double shareLeft() {
        return rows == 0 ? 0 : (double) remaining() / rows;
    }

    /** Sets the fields to what the current row holds; gives the first thing that is wrong with it, if any. */
    @Nullable
    RecordException read(RecordValues values, int maxBytes) {
        values.clear();
        RecordException failure = null;
        for (int i = 0; i < slots.length; i++) {
            ColumnReader column = columns.get(i);
            try {
                if (column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel()) {
                    ParquetValue.set(column, values, slots[i], maxBytes);
                }
            } catch (RecordException e) {
                failure = failure == null ? e : failure;
            }
        }
        return failure;
    }

    /** Goes to the next row. A current value that was not asked for is passed over. */
    void advance() {
        row++;
        for (ColumnReader column : columns) {
            column.consume();
        }
    }

    /** Values are taken from the columns, so that nothing is ever converted. */
    private static final class Unused extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {
            throw new IllegalStateException("rows are not converted");
        }

        @Override
        public void end() {
            throw new IllegalStateException("rows are not converted");
        }
    }
}
