package dev.embeam.collection;

import java.util.Arrays;
import java.util.List;

/**
 * The values of the wanted fields of one record, as ranges of code units: no string is made of them. One object serves all
 * records of a reader, and its contents last until the next one is read.
 */
final class RecordValues {
    /** What a field holds. */
    enum Kind {
        /** Nothing: it is not there, or null. */
        ABSENT,
        /** Text. */
        STRING,
        /** A number or a truth value, as its text. */
        SCALAR,
        /** An object or a list, as its JSON text. */
        NESTED
    }

    private final List<String> names;
    private final Kind[] kinds;
    private final char[][] chars;
    private final int[] from;
    private final int[] length;
    /** Room for values that lie in no array which lasts as long as the record. */
    private final char[][] room;

    RecordValues(List<String> names) {
        this.names = List.copyOf(names);
        kinds = new Kind[names.size()];
        chars = new char[names.size()][0];
        room = new char[names.size()][0];
        from = new int[names.size()];
        length = new int[names.size()];
        clear();
    }

    /** Names of the wanted fields; a field's place among them is its slot. */
    List<String> names() {
        return names;
    }

    /** The slot of a field, or -1 if nobody wants it. */
    int slot(String name) {
        for (int slot = 0; slot < names.size(); slot++) {
            if (names.get(slot).equals(name)) {
                return slot;
            }
        }
        return -1;
    }

    void clear() {
        Arrays.fill(kinds, Kind.ABSENT);
    }

    void setAbsent(int slot) {
        kinds[slot] = Kind.ABSENT;
    }

    /** Sets a value that lies in an array which stays as it is until the record has been used. */
    void set(int slot, Kind kind, char[] source, int start, int count) {
        kinds[slot] = kind;
        chars[slot] = source;
        from[slot] = start;
        length[slot] = count;
    }

    /** Sets a value from an array which something else is about to write to. */
    void copy(int slot, Kind kind, char[] source, int start, int count) {
        System.arraycopy(source, start, room(slot, count), 0, count);
        set(slot, kind, room[slot], 0, count);
    }

    /** An array of at least that length for the slot's value, to be filled and then passed to {@link #set}. */
    char[] room(int slot, int count) {
        if (room[slot].length < count) {
            room[slot] = new char[Math.max(count, 2 * room[slot].length)];
        }
        return room[slot];
    }

    Kind kind(int slot) {
        return kinds[slot];
    }

    char[] chars(int slot) {
        return chars[slot];
    }

    int from(int slot) {
        return from[slot];
    }

    int length(int slot) {
        return length[slot];
    }

    String string(int slot) {
        return new String(chars[slot], from[slot], length[slot]);
    }
}
