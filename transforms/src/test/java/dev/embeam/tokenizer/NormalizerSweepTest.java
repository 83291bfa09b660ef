package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.fixture.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code point of the first two planes, and some of the others, through each normalizer, among neighbours that may join it, against the reference. */
class NormalizerSweepTest {
    private static final int BLOCK = 0x200;
    /** Up to here every code point is tried; beyond lie private use and unassigned planes, where one block in many is. */
    private static final int DENSE = 0x20000;

    private static final int SPARSE = 0x4000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"NFC", "NFD", "NFKC", "NFKD", "Lowercase", "StripAccents", "Nmt"})
    void everyCodePointHasTheFormOfTheReference(String type) throws IOException {
        sweep("{\"type\":\"" + type + "\"}");
    }

    @Test
    void everyCodePointIsStrippedAsByTheReference() throws IOException {
        sweep("{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":true}");
    }

    @Test
    void everyCodePointGoesThroughTheCharacterTableOfT5AsInTheReference() throws IOException {
        Path file = SharedFiles.path("models/tokenizers/ort-ext/t5-small.tokenizer.json");
        JsonNode normalizer = new ObjectMapper().readTree(file.toFile()).get("normalizer");
        assertThat(normalizer.get("type").textValue()).isEqualTo("Precompiled");
        sweep(normalizer.toString());
    }

    private void sweep(String normalizer) throws IOException {
        byte[] file = ByteTokenizerFile.of(normalizer, "null", "[]");
        Path path = Files.write(folder.resolve("tokenizer.json"), file);
        TokenizerSession session = Tokenizer.read(file, "sweep").newSession();
        List<String> wrong = new ArrayList<>();
        try (ReferenceTokenizer reference = new ReferenceTokenizer(path)) {
            for (int block = 0; block <= Character.MAX_CODE_POINT; block += block < DENSE ? BLOCK : SPARSE) {
                if (differs(session, reference, text(block, block + BLOCK))) {
                    findDifferences(session, reference, block, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void findDifferences(
            TokenizerSession session, ReferenceTokenizer reference, int block, List<String> wrong) {
        for (int codePoint = block; codePoint < block + BLOCK; codePoint++) {
            if (differs(session, reference, text(codePoint, codePoint + 1))) {
                wrong.add(Integer.toHexString(codePoint));
            }
        }
    }

    /** Between a letter and marks of several classes, before a voicing mark, and alone; of the plain ones one in 32. */
    private static String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int c = from; c < to; c++) {
            if ((c < 0xD800 || c >= 0xE000) && !isPlain(c)) {
                String one = Character.toString(c);
                text.append('a')
                        .append(one)
                        .append("\u0316\u0301\u0334")
                        .append(one)
                        .append("\u3099|")
                        .append(one);
            }
        }
        return text.toString();
    }

    /** Far code points that no table knows, most of them Han, Hangul and unassigned. */
    private static boolean isPlain(int c) {
        return c >= 0x3400
                && c % 32 != 0
                && UnicodeTables.canonical(c) == null
                && UnicodeTables.compatibility(c) == null
                && UnicodeTables.lowercase(c) == null
                && !UnicodeTables.isMark(c)
                && !UnicodeTables.extendsGrapheme(c);
    }

    private static boolean differs(TokenizerSession session, ReferenceTokenizer reference, String text) {
        TokenIds ids = new TokenIds();
        session.encode(text.toCharArray(), 0, text.length(), ids);
        return !Arrays.equals(ids.toArray(), reference.encode(text));
    }
}
