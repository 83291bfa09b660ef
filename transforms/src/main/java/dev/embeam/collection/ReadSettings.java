package dev.embeam.collection;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * How a collection is read.
 *
 * @param runId whose {@link dev.embeam.progress.Progress} counts what is read
 * @param format the format of all files, or {@link InputFormat#BY_NAME}
 * @param compression the compression of all files, or {@link InputCompression#BY_NAME}
 * @param idField the field that holds a document's id. Empty: the first of {@code id}, {@code _id}, {@code docid},
 *     {@code doc_id} that the file has, decided once a file by its first readable record, header or schema; a file with none
 *     of them, and every file of plain lines, gets ids made of file name and line number (row number from 1 for Parquet),
 *     such as {@code corpus.jsonl:17}
 * @param textFields the fields that make the text, joined by one space in this order; a missing or null one is left out,
 *     but one at least has to be there. Plain lines have no fields: the line is the text
 * @param keepFields the fields carried through to the output
 * @param maxRecordBytes the longest record, in bytes without its newline; a longer one fails and is never held in memory
 * @param maxFailures how many failed records are let pass before reading stops
 */
public record ReadSettings(
        String runId,
        InputFormat format,
        InputCompression compression,
        String idField,
        List<String> textFields,
        List<String> keepFields,
        int maxRecordBytes,
        long maxFailures)
        implements Serializable {
    /** Names an id field goes by, the first that is there counts. */
    public static final List<String> ID_FIELDS = List.of("id", "_id", "docid", "doc_id");

    private static final int LARGEST_RECORD_BYTES = 1 << 28;

    /** Checks the values. */
    public ReadSettings {
        textFields = List.copyOf(textFields);
        keepFields = List.copyOf(keepFields);
        if (textFields.isEmpty() || textFields.contains("")) {
            throw new IllegalArgumentException(
                    "text fields are " + textFields + "; expected one name or more (--textFields=title,text)");
        }
        if (keepFields.contains("") || new HashSet<>(keepFields).size() < keepFields.size()) {
            throw new IllegalArgumentException(
                    "kept fields are " + keepFields + "; expected names, each once (--keepFields=url,date)");
        }
        if (maxRecordBytes < 1 || maxRecordBytes > LARGEST_RECORD_BYTES) {
            throw new IllegalArgumentException("the longest record is " + maxRecordBytes + " bytes; expected 1 to "
                    + LARGEST_RECORD_BYTES + " (--maxRecordBytes)");
        }
        if (maxFailures < 0) {
            throw new IllegalArgumentException(
                    "the number of failures let pass is " + maxFailures + "; expected 0 or more (--maxFailures)");
        }
    }

    /** Formats by name, the usual id fields, the field {@code text}, records of up to 16 MiB, no failure let pass. */
    public static ReadSettings defaults() {
        return new ReadSettings(
                "", InputFormat.BY_NAME, InputCompression.BY_NAME, "", List.of("text"), List.of(), 16 << 20, 0);
    }

    /** The same with another run. */
    public ReadSettings withRunId(String id) {
        return new ReadSettings(id, format, compression, idField, textFields, keepFields, maxRecordBytes, maxFailures);
    }

    /** The same with one format for all files. */
    public ReadSettings withFormat(InputFormat forced) {
        return new ReadSettings(
                runId, forced, compression, idField, textFields, keepFields, maxRecordBytes, maxFailures);
    }

    /** The same with one compression for all files. */
    public ReadSettings withCompression(InputCompression forced) {
        return new ReadSettings(runId, format, forced, idField, textFields, keepFields, maxRecordBytes, maxFailures);
    }

    /** The same with another id field. */
    public ReadSettings withIdField(String name) {
        return new ReadSettings(runId, format, compression, name, textFields, keepFields, maxRecordBytes, maxFailures);
    }

    /** The same with other text fields. */
    public ReadSettings withTextFields(List<String> names) {
        return new ReadSettings(runId, format, compression, idField, names, keepFields, maxRecordBytes, maxFailures);
    }

    /** The same with other kept fields. */
    public ReadSettings withKeepFields(List<String> names) {
        return new ReadSettings(runId, format, compression, idField, textFields, names, maxRecordBytes, maxFailures);
    }

    /** The same with another limit of a record's length. */
    public ReadSettings withMaxRecordBytes(int bytes) {
        return new ReadSettings(runId, format, compression, idField, textFields, keepFields, bytes, maxFailures);
    }

    /** The same with another number of failures let pass. */
    public ReadSettings withMaxFailures(long failures) {
        return new ReadSettings(runId, format, compression, idField, textFields, keepFields, maxRecordBytes, failures);
    }
}
