package dev.embeam.collection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Looks at the footer of a Parquet file: columns, their types, and row groups, each of which is a part. */
final class ParquetInspection {
    private ParquetInspection() {}

    static InspectedFile inspect(CollectionFile file, ReadSettings settings, FileAccess access) throws IOException {
        if (file.compression() != InputCompression.NONE) {
            throw new IllegalArgumentException(file.path()
                    + " is a Parquet file compressed as a whole, which cannot be read; expected one that is not");
        }
        try (ParquetFile parquet = ParquetFile.open(file, access)) {
            List<String> names =
                    parquet.schema().getFields().stream().map(Type::getName).toList();
            CollectionFile decided = file.withIdField(new Columns(file.path(), names).check(settings));
            checkTypes(decided, FieldRoles.of(decided, settings), parquet.schema());
            return new InspectedFile(decided, parts(decided, parquet.rowGroups()));
        }
    }

    /** The columns among the wanted fields: a text field that is not there may be left out. */
    static List<String> columns(FieldRoles roles, MessageType schema) {
        return roles.names().stream().filter(schema::containsField).toList();
    }

    private static void checkTypes(CollectionFile file, FieldRoles roles, MessageType schema) {
        for (String name : columns(roles, schema)) {
            Type type = schema.getType(name);
            int slot = roles.names().indexOf(name);
            boolean isText = Arrays.stream(roles.texts()).anyMatch(text -> text == slot);
            if (isText ? !ParquetValue.isText(type) : !ParquetValue.isReadable(type)) {
                throw new IllegalArgumentException(
                        "column \"" + name + "\" of " + file.path() + " is of the type " + type + "; expected strings"
                                + (isText ? "" : ", whole or floating-point numbers, or truth values"));
            }
        }
    }

    private static List<FilePart> parts(CollectionFile file, List<BlockMetaData> groups) {
        List<FilePart> parts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            parts.add(new FilePart(file, i, i + 1, storedBytes(groups.get(i))));
        }
        return parts;
    }

    /** What the row group takes in the file, all columns together. */
    static long storedBytes(BlockMetaData group) {
        return group.getColumns().stream()
                .mapToLong(ColumnChunkMetaData::getTotalSize)
                .sum();
    }
}
