package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.embeam.fixture.Seeds;
import dev.embeam.fixture.SharedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares single components with the reference, run through DJL. Where a component does not make ids, a byte-level BPE
 * without merges does: it gives every byte an id, and another one to the last byte of a piece, so that ids show all.
 */
class ReferencePipelineTest {
    /** All code points of the planes in use; what is unassigned in there counts too. */
    private static final int[] CODE_POINTS = codePoints();

    /** The same without most ideographs, syllables and private characters, which are all of a kind. */
    private static final int[] SAMPLE = Arrays.stream(CODE_POINTS)
            .filter(codePoint -> codePoint % 31 == 0 || !isOneOfManyAlike(codePoint))
            .toArray();

    private static final int CODE_POINTS_PER_TEXT = 500;
    private static final String[] ALPHABET = {
        "a",
        "b",
        "Z",
        "é",
        "ß",
        "ſ",
        "1",
        "٣",
        "²",
        "Ⅷ",
        " ",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\u00A0",
        "\u3000",
        "'",
        "'s",
        "'LL",
        "!",
        "-",
        "_",
        "$",
        "+",
        "中",
        "あ",
        "が",
        "か\u3099",
        "ー",
        "한",
        "ก",
        "\u0301",
        "\u200D",
        "\u0000",
        "\uFFFD",
        "😀",
        "👨\u200D👩",
        "𝒳",
        "İ",
        "Σ",
        "ﬁ",
        "\u00AD",
        "\u0323",
        "\uD834\uDD65",
        "[UNK]",
        "x{2}"
    };

    @TempDir
    Path folder;

    private static int[] codePoints() {
        List<Integer> codePoints = new ArrayList<>();
        for (int codePoint = 0; codePoint < 0xE0200; codePoint++) {
            boolean empty = codePoint >= 0x32000 && codePoint < 0xE0000;
            if (!empty && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE)) {
                codePoints.add(codePoint);
            }
        }
        return codePoints.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isOneOfManyAlike(int codePoint) {
        return (codePoint > 0x3400 && codePoint < 0x9F00)
                || (codePoint > 0xAC00 && codePoint < 0xD700)
                || (codePoint > 0xE000 && codePoint < 0xF800)
                || (codePoint > 0x20000 && codePoint < 0x2A000);
    }

    private static String pipeline(String normalizer, String preTokenizer) {
        StringBuilder vocabulary = new StringBuilder();
        for (int b = 0; b < 256; b++) {
            String character = Character.toString(ByteAlphabet.character(b))
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"");
            vocabulary
                    .append(b == 0 ? "" : ",")
                    .append('"')
                    .append(character)
                    .append("\":")
                    .append(b);
            vocabulary.append(",\"").append(character).append("</w>\":").append(256 + b);
        }
        String bytes = "{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':false,'use_regex':false}";
        String head = "{'version':'1.0','truncation':null,'padding':null,'added_tokens':[],'normalizer':" + normalizer
                + ",'pre_tokenizer':{'type':'Sequence','pretokenizers':[" + preTokenizer
                + (preTokenizer.isEmpty() ? "" : ",") + bytes
                + "]},'post_processor':null,'decoder':null,'model':{'type':'BPE','dropout':null,'unk_token':null,"
                + "'continuing_subword_prefix':null,'end_of_word_suffix':'</w>','fuse_unk':false,'byte_fallback':false,"
                + "'merges':[],'vocab':{";
        return head.replace('\'', '"').replace('`', '\'') + vocabulary + "}}}";
    }

    /** Both tokenizers over one file. */
    private final class Pair implements AutoCloseable {
        private final HuggingFaceTokenizer reference;
        private final TokenizerSession session;

        Pair(String json) throws IOException {
            Path file = Files.writeString(folder.resolve("tokenizer.json"), json);
            reference = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
            session = Tokenizer.read(json.getBytes(StandardCharsets.UTF_8), "tokenizer.json")
                    .newSession();
        }

        boolean agree(String text) {
            return Arrays.equals(expected(text), actual(text));
        }

        long[] expected(String text) {
            return reference.encode(text, false, false).getIds();
        }

        long[] actual(String text) {
            TokenIds ids = new TokenIds();
            session.encode(text.toCharArray(), 0, text.length(), ids);
            return Arrays.stream(ids.toArray()).asLongStream().toArray();
        }

        @Override
        public void close() {
            reference.close();
        }
    }

    private static String between(int codePoint) {
        return "a" + Character.toString(codePoint) + "b ";
    }

    /** The code points between letters on which the two differ. */
    private static List<String> sweep(Pair pair, int[] codePoints) {
        List<String> wrong = new ArrayList<>();
        for (int from = 0; from < codePoints.length; from += CODE_POINTS_PER_TEXT) {
            int to = Math.min(codePoints.length, from + CODE_POINTS_PER_TEXT);
            StringBuilder text = new StringBuilder();
            for (int i = from; i < to; i++) {
                text.append(between(codePoints[i]));
            }
            if (!pair.agree(text.toString())) {
                for (int i = from; i < to; i++) {
                    if (!pair.agree(between(codePoints[i]))) {
                        wrong.add(String.format("U+%04X", codePoints[i]));
                    }
                }
            }
        }
        return wrong;
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(30);
        for (int i = 0; i < parts; i++) {
            text.append(
                    random.nextInt(8) == 0
                            ? Character.toString(CODE_POINTS[random.nextInt(CODE_POINTS.length)])
                            : ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    private static void checkRandomTexts(Pair pair, int count) {
        for (int i = 0; i < count; i++) {
            String text = randomText(Seeds.random(i));
            assertThat(pair.actual(text))
                    .as(() -> "text \"" + text + "\", " + Seeds.describe(0))
                    .isEqualTo(pair.expected(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models/tokenizers/model2vec/bert-test.tokenizer.json",
                "models/tokenizers/ort-ext/roberta-base.tokenizer.json"
            })
    void realTokenizersAgreeOnEveryCodePoint(String file) throws IOException {
        String json = Files.readString(SharedFiles.path(file))
                .replaceFirst("\"truncation\":\\s*\\{[^}]*}", "\"truncation\": null");
        try (Pair pair = new Pair(json)) {
            assertThat(sweep(pair, CODE_POINTS)).isEmpty();
            checkRandomTexts(pair, 2000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, false, false",
        "false, true, false, false",
        "false, false, true, false",
        "true, true, null, true"
    })
    void bertNormalizerAgrees(String clean, String chinese, String accents, String lowercase) throws IOException {
        String normalizer = String.format(
                "{'type':'BertNormalizer','clean_text':%s,'handle_chinese_chars':%s,'strip_accents':%s,'lowercase':%s}",
                clean, chinese, accents, lowercase);
        try (Pair pair = new Pair(pipeline(normalizer, ""))) {
            assertThat(sweep(pair, SAMPLE)).isEmpty();
            checkRandomTexts(pair, 500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'BertPreTokenizer'}",
                "{'type':'Whitespace'}",
                "{'type':'Digits','individual_digits':true}",
                "{'type':'Digits','individual_digits':false}",
                "{'type':'Punctuation','behavior':'Isolated'}",
                "{'type':'Punctuation','behavior':'Removed'}",
                "{'type':'Punctuation','behavior':'MergedWithPrevious'}",
                "{'type':'Punctuation','behavior':'MergedWithNext'}",
                "{'type':'Punctuation','behavior':'Contiguous'}"
            })
    void characterPreTokenizersAgree(String preTokenizer) throws IOException {
        try (Pair pair = new Pair(pipeline("null", preTokenizer))) {
            assertThat(sweep(pair, SAMPLE)).isEmpty();
            checkRandomTexts(pair, 500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\p{L}", "\\\\p{N}", "\\\\p{S}", "\\\\w", "\\\\s", "\\\\p{Han}", "(?i:[a-z])"})
    void namedClassesAgree(String regex) throws IOException {
        try (Pair pair = new Pair(pipeline("null", split(regex, "Isolated", false)))) {
            assertThat(sweep(pair, SAMPLE)).isEmpty();
        }
    }

    private static String split(String regex, String behavior, boolean invert) {
        return String.format(
                "{'type':'Split','pattern':{'Regex':'%s'},'behavior':'%s','invert':%b}", regex, behavior, invert);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i:`s|`t|`re|`ve|`m|`ll|`d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}| ?[^\\\\s\\\\p{L}\\\\p{N}]+"
                        + "[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+",
                "[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?[\\\\p{Lu}\\\\p{Lt}\\\\p{Lm}\\\\p{Lo}\\\\p{M}]*[\\\\p{Ll}\\\\p{Lm}\\\\p{Lo}\\\\p{M}]+"
                        + "(?i:`s|`t|`re|`ve|`m|`ll|`d)?|\\\\p{N}| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n/]*|\\\\s+",
                "[\\\\p{Han}]+|[\\\\p{L}&&[^\\\\p{Han}]]+",
                "^",
                "$",
                "(?<!\\n)^",
                "b*",
                "(?=\\\\s)|[^a]",
                "\\\\b",
                "a?|.",
                "\\\\d{1,3}(?=(?:\\\\d{3})*\\\\b)",
                " ?[^(\\\\s|[.,!?…。，、।۔،])]+"
            })
    void splitsAgree(String regex) throws IOException {
        for (String behavior : List.of("Isolated", "Removed", "MergedWithPrevious", "MergedWithNext", "Contiguous")) {
            try (Pair pair = new Pair(pipeline("null", split(regex, behavior, behavior.startsWith("Merged"))))) {
                checkRandomTexts(pair, 200);
            }
        }
    }

    @Test
    void byteLevelWithPrefixSpaceAgrees() throws IOException {
        String json = pipeline("null", "")
                .replace("\"add_prefix_space\":false", "\"add_prefix_space\":true")
                .replace("\"use_regex\":false", "\"use_regex\":true");
        try (Pair pair = new Pair(json)) {
            assertThat(sweep(pair, SAMPLE)).isEmpty();
            checkRandomTexts(pair, 2000);
        }
    }
}
