package dev.embeam.schema;

/** Why a record is no document. The names are what stands in {@code failed/*.jsonl}. */
public enum FailureReason {
    /** An earlier record has the same id. */
    DUPLICATE_ID,
    /** A field that was asked for is not there. */
    MISSING_FIELD,
    /** A field is there, but is no text. */
    WRONG_TYPE,
    /** The record is longer than the limit. */
    RECORD_TOO_LONG,
    /** Bytes that are not UTF-8. */
    INVALID_UTF8,
    /** A line that is not one JSON object. */
    BROKEN_JSON,
    /** A row that is not CSV, or has another number of columns than the header. */
    BROKEN_CSV,
    /** The rest of a file that cannot be read: a damaged or truncated archive or page. */
    UNREADABLE
}
