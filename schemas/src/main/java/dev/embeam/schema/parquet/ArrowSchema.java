package dev.embeam.schema.parquet;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The Arrow schema that goes into the footer under {@code ARROW:schema}, from which pyarrow and Polars know that every
 * vector has the same length: a FixedSizeList where Parquet itself has only a list.
 */
final class ArrowSchema {
    private ArrowSchema() {}

    /** The schema as an IPC message in base64, as Arrow's own writers store it. */
    static String base64(EmbeddingLayout layout) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(EmbeddingLayout.ID, FieldType.notNullable(ArrowType.Utf8.INSTANCE), List.of()));
        for (String kept : layout.keptFields()) {
            fields.add(new Field(kept, FieldType.nullable(ArrowType.Utf8.INSTANCE), List.of()));
        }
        Field element = new Field(EmbeddingLayout.ELEMENT, FieldType.notNullable(elementType(layout)), List.of());
        ArrowType list = new ArrowType.FixedSizeList(layout.elements());
        fields.add(new Field(EmbeddingLayout.EMBEDDING, FieldType.notNullable(list), List.of(element)));
        return Base64.getEncoder().encodeToString(new Schema(fields).serializeAsMessage());
    }

    private static ArrowType elementType(EmbeddingLayout layout) {
        return switch (layout.precision()) {
            case FLOAT32 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case FLOAT16 -> new ArrowType.FloatingPoint(FloatingPointPrecision.HALF);
            case INT8 -> new ArrowType.Int(8, true);
            case BINARY -> new ArrowType.Int(8, false);
        };
    }
}
