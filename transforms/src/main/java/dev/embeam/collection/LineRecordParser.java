package dev.embeam.collection;

/** Plain lines: the line, whatever is in it, is the one field. */
final class LineRecordParser implements RecordParser {
    @Override
    public boolean parse(char[] chars, int length, RecordValues values) {
        values.set(0, RecordValues.Kind.STRING, chars, 0, length);
        return true;
    }
}
