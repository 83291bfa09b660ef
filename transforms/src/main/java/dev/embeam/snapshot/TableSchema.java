package dev.embeam.snapshot;

import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** The columns and properties of a table of vectors, with the field numbers that the files have. */
final class TableSchema {
    /** Says that a table is one of ours, and how it is laid out. */
    static final String FORMAT_VERSION = "embeam.format-version";
    /** The only layout that is written and read. */
    static final String FORMAT = "1";

    private TableSchema() {}

    /** The columns of files of this layout. */
    static Schema of(EmbeddingLayout layout) {
        if (layout.precision() != Precision.FLOAT32) {
            throw new IllegalArgumentException(
                    "precision is " + layout.precision().label() + "; expected float32, the one that tables hold");
        }
        List<NestedField> columns = new ArrayList<>();
        columns.add(NestedField.required(1, EmbeddingLayout.ID, Types.StringType.get()));
        for (String field : layout.keptFields()) {
            columns.add(NestedField.optional(columns.size() + 1, field, Types.StringType.get()));
        }
        int vector = columns.size() + 1;
        columns.add(NestedField.required(
                vector, EmbeddingLayout.EMBEDDING, Types.ListType.ofRequired(vector + 1, Types.FloatType.get())));
        return new Schema(columns, Set.of(1));
    }

    /** Names of the kept fields of a table. */
    static List<String> keptFields(Schema schema) {
        return schema.columns().stream()
                .map(NestedField::name)
                .filter(name -> !name.equals(EmbeddingLayout.ID) && !name.equals(EmbeddingLayout.EMBEDDING))
                .toList();
    }

    /**
     * Numbers of columns are not worth keeping, but for ids; a commit that meets another one fails, since the run compared
     * with a state that is no longer current.
     */
    static Map<String, String> properties() {
        return Map.of(
                FORMAT_VERSION,
                FORMAT,
                TableProperties.FORMAT_VERSION,
                "2",
                TableProperties.DEFAULT_WRITE_METRICS_MODE,
                "none",
                TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + EmbeddingLayout.ID,
                "full",
                TableProperties.COMMIT_NUM_RETRIES,
                "0",
                TableProperties.METADATA_COMPRESSION,
                "none");
    }
}
