package dev.embeam.fasttext.document;

import dev.embeam.fasttext.WordPooling.WordCounts;
import dev.embeam.schema.CorruptDataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the words of a model occur in a collection, as lines {@code word TAB count}: the words of the model in its order,
 * after a first line whose word is empty and whose count is that of all tokens, unknown ones included. Words are the bytes of
 * the model, with a space for a LF, which no text can hold inside a word.
 */
final class WordCountsFile {
    private final String name;
    private final List<String> words;
    private final WordCounts counts;

    private WordCountsFile(String name, List<String> words, WordCounts counts) {
        this.name = name;
        this.words = words;
        this.counts = counts;
    }

    /** Writes a file. The caller closes the stream, which should be buffered. */
    static void write(List<byte[]> words, WordCounts counts, OutputStream out) throws IOException {
        writeLine("", counts.total(), out);
        for (int word = 0; word < words.size(); word++) {
            writeLine(word(words.get(word)), counts.ofWords()[word], out);
        }
    }

    private static void writeLine(String word, long count, OutputStream out) throws IOException {
        // One byte a character, as words may be any bytes.
        out.write((word + "\t" + count + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String word(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\n', ' ');
    }

    /**
     * Reads a file. The caller closes the stream.
     *
     * @throws CorruptDataException if it is none
     */
    static WordCountsFile read(InputStream in, String name) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        List<String> words = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int tab = line.lastIndexOf('\t');
            words.add(line.substring(0, Math.max(0, tab)));
            counts.add(count(line.substring(tab + 1), name, words.size()));
        }
        if (words.isEmpty() || !words.get(0).isEmpty() || counts.get(0) < 1) {
            throw new CorruptDataException(name, "line 1", "no count of all tokens", "a TAB and a count of at least 1");
        }
        long[] ofWords = counts.stream().skip(1).mapToLong(Long::longValue).toArray();
        return new WordCountsFile(name, words.subList(1, words.size()), new WordCounts(ofWords, counts.get(0)));
    }

    private static long count(String digits, String name, int line) {
        try {
            long count = Long.parseLong(digits);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException noNumber) {
            // Told below.
        }
        throw new CorruptDataException(name, "line " + line, "\"" + digits + "\"", "a word, a TAB and a count");
    }

    /** The counts. */
    WordCounts counts() {
        return counts;
    }

    /**
     * Makes sure that the file was made for a model.
     *
     * @throws IllegalArgumentException if it was made for another one
     */
    void check(List<byte[]> expected, String model) {
        boolean same = expected.size() == words.size();
        for (int word = 0; same && word < words.size(); word++) {
            same = word(expected.get(word)).equals(words.get(word));
        }
        if (!same) {
            throw new IllegalArgumentException("the words counted in " + name + " are not those of " + model
                    + "; expected counts made with this model (encode --pooling=sif --sifFrequencies=collection)");
        }
    }
}
