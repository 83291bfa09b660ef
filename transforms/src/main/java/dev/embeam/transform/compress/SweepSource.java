package dev.embeam.transform.compress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.compress.WordPairs;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.storage.BeamFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What recipes are tried on: paths on any of Beam's file systems, the same for all workers.
 *
 * @param model a {@code .bin} file of word vectors
 * @param unknownWords a file of words, one a line; empty for words joined of halves of known ones
 * @param wordPairs files of judged pairs, JSON lines with {@code word1}, {@code word2} and {@code score}, plain or gzipped
 * @param words at most so many known words, and as many joined ones
 */
public record SweepSource(String model, String unknownWords, List<String> wordPairs, int words)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks what can be checked without reading. */
    public SweepSource {
        wordPairs = List.copyOf(wordPairs);
        if (model.isBlank() || words < 1) {
            throw new IllegalArgumentException(
                    "the model is \"" + model + "\" and " + words + " words are to be tried; expected a path and 1 or more");
        }
    }

    /** The model, without its output matrix. */
    public FastTextModel readModel() {
        try (SeekableByteChannel channel = new BeamFiles().open(model)) {
            return FastTextReader.readWithoutOutput(channel, model);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read model " + model + ": " + e.getMessage(), e);
        }
    }

    /** The words of the file of unknown words, empty lines left out. */
    List<byte[]> readUnknownWords() {
        return lines(unknownWords).stream()
                .filter(line -> !line.isEmpty())
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** All sets of pairs, each under the name of its file. */
    public List<WordPairs> readWordPairs() {
        return wordPairs.stream().map(SweepSource::pairs).toList();
    }

    private static WordPairs pairs(String path) {
        ObjectMapper json = new ObjectMapper();
        List<WordPairs.Pair> pairs = new ArrayList<>();
        List<String> lines = lines(path);
        for (int i = 0; i < lines.size(); i++) {
            try {
                JsonNode row = json.readTree(lines.get(i));
                pairs.add(new WordPairs.Pair(
                        row.required("word1").asText(),
                        row.required("word2").asText(),
                        row.required("score").asDouble()));
            } catch (IOException | IllegalArgumentException e) {
                throw new CorruptDataException(
                        path, "line " + (i + 1), lines.get(i), "JSON with word1, word2 and score", e);
            }
        }
        if (pairs.size() < 2) {
            throw new CorruptDataException(path, "", pairs.size() + " pairs", "2 or more");
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        return new WordPairs(file.contains(".") ? file.substring(0, file.indexOf('.')) : file, pairs);
    }

    private static List<String> lines(String path) {
        try (InputStream bytes = Channels.newInputStream(new BeamFiles().open(path));
                InputStream plain = path.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
