package dev.embeam.fasttext.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.fasttext.WordHash;
import dev.embeam.fasttext.WordPooling;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.model.ModelSettings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTallyTest {
    /** Codes of composed words, of words with rows, and of quantised rows. */
    @ParameterizedTest
    @ValueSource(strings = {"sg.bin", "sg-hs-nosub.bin", "sup.bin", "sup-q.ftz", "sup-qnorm-cutoff.ftz"})
    void wordsAreCountedAsALookUpOfEachCountsThem(String name) throws Exception {
        Path path = SharedFiles.path("golden/fasttext/models/" + name);
        DocumentEncoder encoder = DocumentEncoder.read(
                file -> Files.newByteChannel(Path.of(file)),
                path.toString(),
                ModelSettings.defaults(),
                DocumentSettings.defaults().withPooling(WordPooling.Kind.MEAN_OF_NORMALIZED));
        String text = Files.readString(SharedFiles.path("golden/fasttext/inputs/train.unsup.txt"))
                .lines()
                .limit(200)
                .reduce("", (all, line) -> all + " " + line);
        Dictionary dictionary;
        try (FileChannel channel = FileChannel.open(path)) {
            dictionary = FastTextReader.readWithoutOutput(channel, name).dictionary();
        }
        Map<Integer, Long> expected = new TreeMap<>();
        String[] tokens = text.strip().split("[ \\t]+", -1);
        expected.put(WordTally.ALL_TOKENS, (long) tokens.length);
        for (String token : tokens) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            int word = dictionary.findWord(bytes, 0, bytes.length, WordHash.of(bytes, 0, bytes.length));
            if (word >= 0) {
                expected.merge(word, 1L, Long::sum);
            }
        }
        DocumentBatch batch = new DocumentBatch(DocumentKeys.ofIds("x"), TextColumn.of(text));
        assertThat(encoder.tally(encoder.newTokenizing().tokenize(batch))).isEqualTo(expected);
    }
}
