package dev.embeam.collection;

import dev.embeam.schema.CorruptDataException;
import java.io.IOException;
import java.util.List;

/**
 * Looks at a file before reading begins, so that what is wrong with all of it, or with the settings, is told at once: opens
 * it, decides its format and its id field, and checks its columns. Of a file of JSON lines it reads up to the first record
 * that is an object, but no more than {@value #MOST_RECORDS} records.
 */
public final class FileInspector {
    private static final int MOST_RECORDS = 1_000;

    private final ReadSettings settings;
    private final FileAccess access;

    /** Inspects files that are to be read with these settings. */
    public FileInspector(ReadSettings settings, FileAccess access) {
        this.settings = settings;
        this.access = access;
    }

    /**
     * Looks at one file.
     *
     * @param path where it is
     * @param bytes its size
     * @param label what made ids start with
     * @throws CorruptDataException if it is not what its name or the settings say
     * @throws IllegalArgumentException if the settings do not fit it
     * @throws IOException if it cannot be read
     */
    public InspectedFile inspect(String path, long bytes, String label) throws IOException {
        CollectionFile file = new CollectionFile(path, bytes, format(path), compression(path), "", label);
        return switch (file.format()) {
            case PARQUET -> ParquetInspection.inspect(file, settings, access);
            case CSV, TSV -> inspectRows(file);
            case JSON_LINES -> inspectObjects(file);
            case LINES -> inspectLines(file);
            case BY_NAME -> throw new IllegalStateException("the format of " + path + " has not been decided");
        };
    }

    private InspectedFile inspectRows(CollectionFile file) throws IOException {
        try (TextSource source = TextSource.open(file, 0, settings, access)) {
            return whole(file.withIdField(new Columns(file.path(), source.readHeader()).check(settings)));
        }
    }

    private InspectedFile inspectObjects(CollectionFile file) throws IOException {
        try (TextSource source = TextSource.open(file, 0, settings, access)) {
            String found = firstIdField(source);
            return whole(file.withIdField(settings.idField().isEmpty() ? found : settings.idField()));
        }
    }

    private InspectedFile inspectLines(CollectionFile file) throws IOException {
        if (!settings.idField().isEmpty() || !settings.keepFields().isEmpty()) {
            throw new IllegalArgumentException(file.path() + " has plain lines, which have no fields; expected neither"
                    + " --idField nor --keepFields, or another --inputFormat");
        }
        try (TextSource source = TextSource.open(file, 0, settings, access)) {
            nextRecord(source);
            return whole(file);
        }
    }

    private String firstIdField(TextSource source) throws IOException {
        JsonRecordParser parser = new JsonRecordParser();
        RecordValues values = new RecordValues(ReadSettings.ID_FIELDS);
        for (int i = 0; i < MOST_RECORDS && nextRecord(source); i++) {
            if (parses(source.records(), parser, values)) {
                return ReadSettings.ID_FIELDS.stream()
                        .filter(name -> values.kind(values.slot(name)) != RecordValues.Kind.ABSENT)
                        .findFirst()
                        .orElse("");
            }
        }
        return "";
    }

    private static boolean nextRecord(TextSource source) throws IOException {
        try {
            return source.records().next();
        } catch (IOException e) {
            throw source.orDamage(e);
        }
    }

    private static boolean parses(RecordScanner records, JsonRecordParser parser, RecordValues values) {
        if (records.isTooLong()) {
            return false;
        }
        char[] chars = new char[records.to() - records.from()];
        int length = Utf8.decode(records.bytes(), records.from(), records.to(), chars);
        try {
            return length >= 0 && parser.parse(chars, length, values);
        } catch (RecordException e) {
            // Told of when the file is read.
            return false;
        }
    }

    private InputFormat format(String path) {
        return settings.format() == InputFormat.BY_NAME
                ? InputFormat.ofName(InputCompression.withoutExtension(path))
                : settings.format();
    }

    private InputCompression compression(String path) {
        return settings.compression() == InputCompression.BY_NAME
                ? InputCompression.ofName(path)
                : settings.compression();
    }

    private static InspectedFile whole(CollectionFile file) {
        return new InspectedFile(file, List.of(FilePart.whole(file)));
    }
}
