package dev.embeam.schema.parquet;

import dev.embeam.schema.Precision;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The columns of a file of vectors: {@code id} (string, never null), the kept fields (strings, may be null) in their order,
 * and {@code embedding}, a list that is never null of elements that are never null, named {@code element}. Columns have the
 * field numbers that a table of Iceberg gives them: from 1 in their order, and the element after all of them.
 *
 * <p>Elements: float32 is FLOAT; float16 is FIXED_LEN_BYTE_ARRAY(2) with the logical type FLOAT16; int8 is INT32 with
 * INT(8, signed); binary is INT32 with INT(8, unsigned), eight columns an element.
 *
 * @param dim columns of a vector before it is packed, at least 1
 * @param precision how its numbers are stored
 * @param keptFields names of the kept fields
 */
public record EmbeddingLayout(int dim, Precision precision, List<String> keptFields) implements Serializable {
    /** The column of document ids. */
    public static final String ID = "id";
    /** The column of vectors. */
    public static final String EMBEDDING = "embedding";

    static final String LIST = "list";
    static final String ELEMENT = "element";

    /** Checks the width and that every column has a name of its own. */
    public EmbeddingLayout {
        keptFields = List.copyOf(keptFields);
        if (dim < 1) {
            throw new IllegalArgumentException("vectors have " + dim + " columns; expected at least 1");
        }
        Set<String> names = new HashSet<>(Set.of(ID, EMBEDDING));
        for (String field : keptFields) {
            if (field.isEmpty() || !names.add(field)) {
                throw new IllegalArgumentException("kept field \"" + field
                        + "\" needs a name that no other column has; id and embedding are taken");
            }
        }
    }

    /** Stored elements of a vector. */
    public int elements() {
        return precision.elements(dim);
    }

    /** Stored bytes of a vector. */
    public int rowBytes() {
        return precision.rowBytes(dim);
    }

    /** All columns. */
    public MessageType schema() {
        return new MessageType(
                EMBEDDING, union(textSchema().getFields(), vectorSchema().getFields()));
    }

    /** The id and the kept fields. */
    MessageType textSchema() {
        Types.MessageTypeBuilder builder = Types.buildMessage();
        builder.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .id(1)
                .named(ID);
        int number = 1;
        for (String field : keptFields) {
            builder.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .id(++number)
                    .named(field);
        }
        return builder.named(EMBEDDING);
    }

    /** The id or one kept field alone. */
    MessageType textSchema(String column) {
        return new MessageType(EMBEDDING, textSchema().getType(column));
    }

    /** The vector alone. */
    MessageType vectorSchema() {
        int number = keptFields.size() + 2;
        Type element = elementType().withId(number + 1);
        Type vector = Types.requiredList().id(number).element(element).named(EMBEDDING);
        return new MessageType(EMBEDDING, vector);
    }

    private PrimitiveType elementType() {
        return switch (precision) {
            case FLOAT32 -> Types.required(PrimitiveTypeName.FLOAT).named(ELEMENT);
            case FLOAT16 ->
                Types.required(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                        .length(2)
                        .as(LogicalTypeAnnotation.float16Type())
                        .named(ELEMENT);
            case INT8 -> byteType(true);
            case BINARY -> byteType(false);
        };
    }

    private static PrimitiveType byteType(boolean signed) {
        return Types.required(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.intType(8, signed))
                .named(ELEMENT);
    }

    private static List<Type> union(List<Type> first, List<Type> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
