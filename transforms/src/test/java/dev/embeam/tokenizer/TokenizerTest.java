package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static final String METASPACE = "{\"type\":\"Metaspace\",\"replacement\":\"▁\",\"prepend_scheme\":\"";

    private static Tokenizer withTruncation(String truncation) {
        return read(
                "{\"truncation\":" + truncation
                        + ",\"model\":{\"type\":\"Unigram\",\"unk_id\":0,\"vocab\":[[\"?\",0],[\"a\",-1],[\"b\",-1],[\"ab\",-3]]}}");
    }

    private static Tokenizer read(String json) {
        return Tokenizer.read(json.getBytes(StandardCharsets.UTF_8), "file");
    }

    private static int[] ids(Tokenizer tokenizer, String text) {
        TokenIds ids = new TokenIds();
        tokenizer.newSession().encode(text.toCharArray(), 0, text.length(), ids);
        return ids.toArray();
    }

    /** The text after the normalizers, shown by a file whose pieces are bytes. */
    private static String normal(String normalizer, String text) {
        Tokenizer tokenizer = Tokenizer.read(ByteTokenizerFile.of(normalizer, "null", "[]"), "file");
        Characters out = new Characters();
        tokenizer.normalizers.normalize(text.toCharArray(), 0, text.length(), out, new NormalizerChain.Scratch());
        return out.toString();
    }

    @Test
    void emptyTextHasNoIds() {
        assertThat(ids(withTruncation("null"), "")).isEmpty();
    }

    @Test
    void equalScoresKeepTheCutFoundFirst() {
        Tokenizer tokenizer =
                read("{\"model\":{\"unk_id\":0,\"vocab\":[[\"?\",0],[\"a\",-1],[\"aa\",-2],[\"b\",-9]]}}");
        assertThat(ids(tokenizer, "aaa")).containsExactly(1, 2);
    }

    @Test
    void neighbouringUnknownCharactersAreOneUnknown() {
        assertThat(ids(withTruncation("null"), "a😀漢b漢")).containsExactly(1, 0, 2, 0);
    }

    @Test
    void unknownCharacterWithoutUnknownIdIsRefusedByName() {
        Tokenizer tokenizer = read("{\"model\":{\"type\":\"Unigram\",\"vocab\":[[\"a\",-1]]}}");
        assertThat(ids(tokenizer, "aa")).containsExactly(0, 0);
        assertThatThrownBy(() -> ids(tokenizer, "aé"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("model.unk_id")
                .hasMessageContaining("U+00E9");
    }

    @Test
    void ofEqualPiecesTheLastGivesIdAndScore() {
        Tokenizer tokenizer = read("{\"model\":{\"unk_id\":0,\"vocab\":[[\"?\",0],[\"a\",-1],[\"a\",-2]]}}");
        assertThat(ids(tokenizer, "a")).containsExactly(2);
    }

    @Test
    void truncationKeepsTheStatedEndAndSaysSo() {
        String right = "{\"direction\":\"Right\",\"max_length\":2,\"strategy\":\"LongestFirst\",\"stride\":0}";
        assertThat(ids(withTruncation(right), "aba?")).containsExactly(1, 2);
        assertThat(ids(withTruncation(right.replace("Right", "Left")), "aba?")).containsExactly(1, 0);
        TokenizerSession session = withTruncation(right).newSession();
        assertThat(session.encode(new char[] {'a', 'b'}, 0, 2, new TokenIds())).isFalse();
        assertThat(session.encode(new char[] {'a', 'b', 'a'}, 0, 3, new TokenIds()))
                .isTrue();
    }

    @Test
    void truncationLeavesIdsAloneThatWereThereBefore() {
        String left = "{\"direction\":\"Left\",\"max_length\":1,\"strategy\":\"OnlyFirst\",\"stride\":0}";
        TokenIds ids = new TokenIds();
        ids.add(77);
        withTruncation(left).newSession().encode(new char[] {'a', 'b'}, 0, 2, ids);
        assertThat(ids.toArray()).containsExactly(77, 2);
    }

    @Test
    void halfSurrogatePairsCountAsReplacementCharacters() {
        Tokenizer tokenizer = read("{\"model\":{\"unk_id\":0,\"vocab\":[[\"?\",0],[\"\uFFFD\",-1],[\"a\",-1]]}}");
        assertThat(ids(tokenizer, "a\uD800a\uDC00\uDC00")).containsExactly(2, 1, 2, 1, 1);
    }

    @Test
    void newAddedTokensAreNumberedAfterTheVocabulary() {
        String added = "[" + ByteTokenizerFile.added("か", false, false, false, false) + ","
                + ByteTokenizerFile.added("<x>", false, false, false, false) + "]";
        Tokenizer tokenizer = Tokenizer.read(ByteTokenizerFile.of("null", "null", added), "file");
        assertThat(tokenizer.idOf("か")).hasValue(259);
        assertThat(tokenizer.idOf("<x>")).hasValue(260);
        assertThat(tokenizer.vocabularySize()).isEqualTo(261);
        assertThat(ids(tokenizer, "<x>か")).containsExactly(260, 259);
    }

    @Test
    void prependSchemeFirstMarksOnlyTheStartOfTheDocument() {
        String added = "[" + ByteTokenizerFile.added("<x>", false, false, false, false) + "]";
        byte[] first = ByteTokenizerFile.of("null", METASPACE + "first\"}", added);
        byte[] always = ByteTokenizerFile.of("null", METASPACE + "always\"}", added);
        assertThat(ids(Tokenizer.read(first, "file"), "か<x>か")).containsExactly(257, 259, 260, 259);
        assertThat(ids(Tokenizer.read(always, "file"), "か<x>か")).containsExactly(257, 259, 260, 257, 259);
    }

    @Test
    void unknownComponentsAreRefusedWithTheirPlace() {
        byte[] file = ByteTokenizerFile.of(
                "{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFC\"},{\"type\":\"Foo\"}]}", "null", "[]");
        assertThatThrownBy(() -> Tokenizer.read(file, "dir/tokenizer.json"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(
                        "dir/tokenizer.json, normalizer.normalizers[1]: component \"Foo\" is not supported");
    }

    @Test
    void numberInTheUnigramVocabularyOutOfRangeIsRefused() {
        assertThatThrownBy(() -> read("{\"model\":{\"unk_id\":0,\"vocab\":[[\"a\",-1e999]]}}"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("model.vocab[0][1]");
        assertThatThrownBy(() -> read("{\"model\":{\"unk_id\":5,\"vocab\":[[\"a\",-1]]}}"))
                .hasMessageContaining("an id below 1");
    }

    @Test
    void longPiecesAndLongTextsTakeLinearTimeAndNoStack() {
        String piece = "a".repeat(100_000);
        Tokenizer tokenizer = read("{\"model\":{\"unk_id\":0,\"vocab\":[[\"?\",0],[\"" + piece + "\",-1]]}}");
        assertThat(ids(tokenizer, piece)).containsExactly(1);
        assertThat(ids(withTruncation("null"), piece)).hasSize(100_000);
    }

    @Test
    void tokenLengthsAreThoseOfDistinctTokensInCodePoints() {
        assertThat(read("{\"added_tokens\":[" + ByteTokenizerFile.added("😀😀", false, false, false, false)
                                + "],\"model\":{\"unk_id\":0,\"vocab\":[[\"?\",0],[\"日本\",-1],[\"?\",-1]]}}")
                        .tokenLengths())
                .containsExactly(1, 2, 2);
    }

    @Test
    void unigramHasAnUnknownIdButNoUnknownToken() {
        assertThat(withTruncation("null").unknownId()).hasValue(0);
        assertThat(withTruncation("null").hasUnknownToken()).isFalse();
    }

    @Test
    void nmtRemovesControlsAndKeepsNul() {
        assertThat(normal("{\"type\":\"Nmt\"}", "a\u0000\u0001\t\u200Bb\u000B\u2581"))
                .isEqualTo("a\u0000  b ");
    }

    @Test
    void lowercaseKnowsNoContext() {
        assertThat(normal("{\"type\":\"Lowercase\"}", "ΑΣ İ")).isEqualTo("ας i\u0307".replace('ς', 'σ'));
    }

    @Test
    void nfkcLeavesTheReiwaSquareButOpensTheOlderOnes() {
        assertThat(normal("{\"type\":\"NFKC\"}", "㋿㍻ｶﾞ")).isEqualTo("㋿平成ガ");
    }

    @Test
    void marksAreSortedByClassBeforeComposition() {
        assertThat(normal("{\"type\":\"NFC\"}", "e\u0301\u0316 a\u0316\u0301")).isEqualTo("é\u0316 á\u0316");
    }

    @Test
    void removedControlsDoNotKeepMarksFromTheirLetters() {
        String sequence = "{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Nmt\"},{\"type\":\"NFC\"}]}";
        assertThat(normal(sequence, "xe\u0001\u0301x")).isEqualTo("xéx");
    }

    @Test
    void stripAccentsDoesNotDecompose() {
        assertThat(normal("{\"type\":\"StripAccents\"}", "ée\u0301")).isEqualTo("ée");
    }

    @Test
    void replacementOfTwoOrMoreSpacesKeepsSingleOnes() {
        String replace = "{\"type\":\"Replace\",\"pattern\":{\"Regex\":\" {2,}\"},\"content\":\"_\"}";
        assertThat(normal(replace, " a  b   ")).isEqualTo(" a_b_");
    }

    @Test
    void prependLeavesEmptyTextEmpty() {
        assertThat(normal("{\"type\":\"Prepend\",\"prepend\":\"_\"}", "")).isEmpty();
        assertThat(normal("{\"type\":\"Prepend\",\"prepend\":\"_\"}", "a")).isEqualTo("_a");
    }
}
