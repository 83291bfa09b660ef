package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCursorTest {
    @Test
    void streamsEndEveryLineThatEnds() {
        assertThat(stream("one two\nthree\n")).containsExactly("one", "two", "</s>", "three", "</s>");
    }

    @Test
    void streamsDoNotEndALastLineWithoutLineFeed() {
        assertThat(stream("one\ntwo")).containsExactly("one", "</s>", "two");
    }

    @Test
    void emptyLinesOfStreamsAreEnds() {
        assertThat(stream("\n \t\n")).containsExactly("</s>", "</s>");
        assertThat(stream("")).isEmpty();
        assertThat(stream(" \u000B\f\r\0")).isEmpty();
    }

    @Test
    void streamsAreCutAtNulAndSentencesAreNot() {
        assertThat(stream("a\0b\u000Bc\fd\re\tf g")).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(words("a\0b\u000Bc\fd\re\tf\ng")).containsExactly("a\0b", "c", "d", "e", "f", "g");
    }

    @Test
    void wideSpacesAreOrdinaryCharacters() {
        String text = "a\u00A0b\u3000c\u0085d\u2028e\u200Bf";
        assertThat(stream(text)).containsExactly(text);
        assertThat(words(text)).containsExactly(text);
    }

    @Test
    void typedEndsAreTokensOfBoth() {
        assertThat(stream("a </s> b")).containsExactly("a", "</s>", "b");
        assertThat(words("a </s> b\n")).containsExactly("a", "</s>", "b");
    }

    @Test
    void endsAreToldFromWordsLikeThem() {
        StreamTokens tokens = new StreamTokens();
        byte[] text = "x </s> </s>x </S> \n".getBytes(StandardCharsets.US_ASCII);
        tokens.start(text, 0, text.length);
        List<Boolean> ends = new ArrayList<>();
        while (tokens.next()) {
            ends.add(tokens.endsLine());
        }
        assertThat(ends).containsExactly(false, true, false, false, true);
    }

    @Test
    void invalidBytesArePartOfTokens() {
        byte[] text = {(byte) 0xFF, (byte) 0x80, ' ', (byte) 0xA0, (byte) 0x89, '\n'};
        StreamTokens tokens = new StreamTokens();
        tokens.start(text, 0, text.length);
        assertThat(all(tokens)).containsExactly("\u00FF\u0080", "\u00A0\u0089", "</s>");
    }

    @Test
    void hashesAreThoseOfTheBytes() {
        WhitespaceTokens tokens = new WhitespaceTokens();
        byte[] text = " дождь rain".getBytes(StandardCharsets.UTF_8);
        tokens.start(text, 0, text.length);
        while (tokens.next()) {
            assertThat(tokens.hash()).isEqualTo(WordHash.of(text, tokens.from(), tokens.to()));
        }
        assertThat(tokens.position()).isEqualTo(text.length);
    }

    @Test
    void onlyTheGivenStretchIsRead() {
        WhitespaceTokens tokens = new WhitespaceTokens();
        byte[] text = "one two three".getBytes(StandardCharsets.US_ASCII);
        tokens.start(text, 1, 9);
        assertThat(all(tokens)).containsExactly("ne", "two", "t");
    }

    private static List<String> stream(String text) {
        return utf8(new StreamTokens(), text);
    }

    private static List<String> words(String text) {
        return utf8(new WhitespaceTokens(), text);
    }

    private static List<String> utf8(TokenCursor tokens, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tokens.start(bytes, 0, bytes.length);
        return all(tokens).stream()
                .map(token -> new String(token.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> all(TokenCursor tokens) {
        List<String> found = new ArrayList<>();
        while (tokens.next()) {
            found.add(GoldenModels.latin1(Arrays.copyOfRange(tokens.bytes(), tokens.from(), tokens.to())));
        }
        return found;
    }
}
