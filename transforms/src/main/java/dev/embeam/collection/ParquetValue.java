package dev.embeam.collection;

import dev.embeam.collection.RecordValues.Kind;
import dev.embeam.schema.FailureReason;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Values of the types of columns that are read: strings, and numbers and truth values as their text. */
final class ParquetValue {
    private static final Set<PrimitiveTypeName> NUMBERS = Set.of(
            PrimitiveTypeName.INT32,
            PrimitiveTypeName.INT64,
            PrimitiveTypeName.FLOAT,
            PrimitiveTypeName.DOUBLE,
            PrimitiveTypeName.BOOLEAN);
    private static final Set<LogicalTypeAnnotation> TEXTS = Set.of(
            LogicalTypeAnnotation.stringType(), LogicalTypeAnnotation.enumType(), LogicalTypeAnnotation.jsonType());

    private ParquetValue() {}

    /** Whether a column holds strings: bytes that say so, or bytes that say nothing of themselves. */
    static boolean isText(Type type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return isFlat(type)
                && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && (logical == null || TEXTS.contains(logical));
    }

    /** Whether a column holds strings, numbers or truth values, and no dates, decimals, lists or groups. */
    static boolean isReadable(Type type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return isText(type)
                || (isFlat(type)
                        && NUMBERS.contains(type.asPrimitiveType().getPrimitiveTypeName())
                        && (logical == null || logical instanceof IntLogicalTypeAnnotation));
    }

    /** Sets a field to the column's current value. */
    static void set(ColumnReader column, RecordValues values, int slot, int maxBytes) throws RecordException {
        PrimitiveType type = column.getDescriptor().getPrimitiveType();
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
            setText(column.getBinary(), values, slot, maxBytes);
        } else {
            String text = number(column, type);
            text.getChars(0, text.length(), values.room(slot, text.length()), 0);
            values.set(slot, Kind.SCALAR, values.room(slot, text.length()), 0, text.length());
        }
    }

    private static boolean isFlat(Type type) {
        return type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED);
    }

    private static String number(ColumnReader column, PrimitiveType type) {
        boolean unsigned =
                type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                unsigned ? Integer.toUnsignedString(column.getInteger()) : Integer.toString(column.getInteger());
            case INT64 -> unsigned ? Long.toUnsignedString(column.getLong()) : Long.toString(column.getLong());
            case FLOAT -> Float.toString(column.getFloat());
            case DOUBLE -> Double.toString(column.getDouble());
            case BOOLEAN -> Boolean.toString(column.getBoolean());
            default -> throw new IllegalStateException(type + " is no type that is read");
        };
    }

    private static void setText(Binary value, RecordValues values, int slot, int maxBytes) throws RecordException {
        ByteBuffer buffer = value.toByteBuffer();
        int size = buffer.remaining();
        if (size > maxBytes) {
            throw new RecordException(
                    FailureReason.RECORD_TOO_LONG,
                    "field \"" + values.names().get(slot) + "\" has " + size + " bytes",
                    "at most " + maxBytes + " (--maxRecordBytes)");
        }
        byte[] bytes = buffer.hasArray() ? buffer.array() : value.getBytes();
        int from = buffer.hasArray() ? buffer.arrayOffset() + buffer.position() : 0;
        char[] chars = values.room(slot, size);
        int length = Utf8.decode(bytes, from, from + size, chars);
        if (length < 0) {
            throw new RecordException(
                    FailureReason.INVALID_UTF8,
                    String.format(
                            "byte 0x%02x, byte %d of field \"%s\", starts no character",
                            bytes[-1 - length],
                            -1 - length - from,
                            values.names().get(slot)),
                    "UTF-8");
        }
        values.set(slot, Kind.STRING, chars, 0, length);
    }
}
