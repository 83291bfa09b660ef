package dev.embeam.compress;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.WordHash;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The words to keep, in the order in which a compact file has them.
 *
 * @param entries their numbers in the dictionary of the model
 * @param bytes of each
 * @param counts how often each occurred in training
 */
record KeptWords(int[] entries, byte[][] bytes, float[] counts) {
    /** These entries, sorted by their group, frequent ones first. */
    static KeptWords of(Dictionary dictionary, int[] kept) {
        int groups = CompactWords.groups(kept.length);
        byte[][] words = Arrays.stream(kept).mapToObj(dictionary::bytes).toArray(byte[][]::new);
        Integer[] order = new Integer[kept.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer i) -> group(words[i], groups))
                        .thenComparingLong(i -> -dictionary.count(kept[i]))
                        .thenComparingInt(i -> kept[i]));
        int[] entries = new int[kept.length];
        byte[][] bytes = new byte[kept.length][];
        float[] counts = new float[kept.length];
        for (int row = 0; row < entries.length; row++) {
            entries[row] = kept[order[row]];
            bytes[row] = words[order[row]];
            counts[row] = dictionary.count(entries[row]);
        }
        return new KeptWords(entries, bytes, counts);
    }

    private static int group(byte[] word, int groups) {
        return CompactWords.group(WordHash.of(word, 0, word.length), groups);
    }

    /** Number of words. */
    int size() {
        return entries.length;
    }

    /** Their directory: first row and first byte of each group, and the ends. */
    int[] directory() {
        int groups = CompactWords.groups(size());
        int[] directory = new int[2 * (groups + 1)];
        int row = 0;
        int at = 0;
        for (int group = 0; group <= groups; group++) {
            directory[2 * group] = row;
            directory[2 * group + 1] = at;
            while (row < size() && group(bytes[row], groups) == group) {
                at = Math.addExact(at, lengthBytes(bytes[row].length) + bytes[row].length);
                row++;
            }
        }
        return directory;
    }

    /** Lengths and bytes of all words. */
    byte[] text() {
        int[] directory = directory();
        byte[] text = new byte[directory[directory.length - 1]];
        int at = 0;
        for (byte[] word : bytes) {
            int length = word.length;
            for (; length > 0x7F; length >>>= 7) {
                text[at++] = (byte) (length | 0x80);
            }
            text[at++] = (byte) length;
            System.arraycopy(word, 0, text, at, word.length);
            at += word.length;
        }
        return text;
    }

    private static int lengthBytes(int length) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 6) / 7);
    }
}
