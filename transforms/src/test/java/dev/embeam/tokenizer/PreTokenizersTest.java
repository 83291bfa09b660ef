package dev.embeam.tokenizer;

import static dev.embeam.tokenizer.ComponentFixture.json;
import static dev.embeam.tokenizer.ComponentFixture.pieces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pre-tokenizers that cut at classes of characters or at patterns. */
class PreTokenizersTest {
    private static PreTokenizer punctuation(String behavior) {
        return CharacterSplit.punctuation(json("{'behavior':'" + behavior + "'}"), "pre_tokenizer");
    }

    private static PreTokenizer split(String pattern, String behavior, boolean invert) {
        return Split.fromJson(
                json("{'pattern':{" + pattern + "},'behavior':'" + behavior + "','invert':" + invert + "}"),
                "pre_tokenizer");
    }

    private static PreTokenizer byteLevel(boolean addsSpace, boolean cuts) {
        return ByteLevel.fromJson(
                json("{'add_prefix_space':" + addsSpace + ",'use_regex':" + cuts + "}"), "pre_tokenizer");
    }

    @Test
    void bertCutsAtWhiteSpaceAndIsolatesPunctuation() {
        assertThat(pieces(new BertPreTokenizer(), " it's $5 。。x\u3000y/z"))
                .containsExactly("it", "'", "s", "$", "5", "。", "。", "x", "y", "z");
    }

    @Test
    void whitespaceCutsBetweenWordsAndOthers() {
        assertThat(pieces(new Whitespace(), "it's  5-- a_b/c")).containsExactly("it", "'", "s", "5", "--", "a_b", "c");
    }

    @Test
    void digitsAreCutOneByOneOrInRuns() {
        PreTokenizer individual = CharacterSplit.digits(json("{'individual_digits':true}"), "pre_tokenizer");
        PreTokenizer runs = CharacterSplit.digits(json("{'individual_digits':false}"), "pre_tokenizer");
        assertThat(pieces(individual, "a12b½")).containsExactly("a", "1", "2", "b", "½");
        assertThat(pieces(runs, "a12b½")).containsExactly("a", "12", "b", "½");
    }

    @ParameterizedTest
    @CsvSource({
        "Removed, 'a b c'",
        "Isolated, '! a ! ! b ! c'",
        "MergedWithPrevious, '! a! ! b! c'",
        "MergedWithNext, '!a ! !b !c'",
        "Contiguous, '! a !! b ! c'"
    })
    void behaviorDecidesWhatBecomesOfMatches(String behavior, String expected) {
        String text = "!a!!b!c";
        assertThat(pieces(punctuation(behavior), text)).containsExactly(expected.split(" "));
        assertThat(pieces(split("'String':'!'", behavior, false), text)).containsExactly(expected.split(" "));
        assertThat(pieces(split("'Regex':'[^!]+'", behavior, true), "x" + text + "x"))
                .isEqualTo(pieces(split("'Regex':'!+'", behavior, false), "x" + text + "x"));
    }

    @Test
    void punctuationIsIsolatedByDefault() {
        assertThat(pieces(CharacterSplit.punctuation(json("{}"), "pre_tokenizer"), "a!b"))
                .containsExactly("a", "!", "b");
    }

    @Test
    void emptyMatchesCut() {
        assertThat(pieces(split("'String':''", "Isolated", false), "a😀b")).containsExactly("a", "😀", "b");
        assertThat(pieces(split("'Regex':'b*'", "Isolated", false), "abba")).containsExactly("a", "bb", "a");
        assertThat(pieces(split("'Regex':'(?=x)|[^x]'", "Isolated", false), "x😀"))
                .containsExactly("x", "😀");
    }

    @Test
    void patternSeesNothingBeyondItsPiece() {
        assertThat(pieces(split("'Regex':'(?<=a)b|^c'", "Isolated", false), "ab/bb/cc"))
                .containsExactly("a", "b", "bb", "c", "c");
    }

    @Test
    void byteLevelWordsKeepTheSpaceBeforeThem() {
        assertThat(pieces(byteLevel(false, true), "Hello  world's\n12é"))
                .containsExactly("Hello", "Ġ", "Ġworld", "'s", "Ċ", "12", "Ã©");
        assertThat(pieces(byteLevel(false, true), "a \t\n b  ")).containsExactly("a", "ĠĉĊ", "Ġb", "ĠĠ");
        assertThat(pieces(byteLevel(false, true), "'ll'rex'v'")).containsExactly("'ll", "'re", "x", "'", "v", "'");
    }

    @Test
    void byteLevelAddsASpaceUnlessThereIsOne() {
        assertThat(pieces(byteLevel(true, true), "a/ a/\ta/'s")).containsExactly("Ġa", "Ġa", "Ġ", "ĉ", "a", "Ġ'", "s");
        assertThat(pieces(byteLevel(true, true), "\t\t/\ta")).containsExactly("Ġĉĉ", "Ġ", "ĉ", "a");
        assertThat(pieces(byteLevel(true, false), "a b")).containsExactly("ĠaĠb");
    }

    @Test
    void byteLevelShowsEveryByte() {
        assertThat(pieces(byteLevel(false, false), "\u0000\u00AD€😀")).containsExactly("ĀÂŃâĤ¬ðŁĺĢ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'pattern':{'String':'a'},'behavior':'removed','invert':false}",
                "{'pattern':{'String':'a','Regex':'b'},'behavior':'Removed','invert':false}",
                "{'pattern':{'String':1},'behavior':'Removed','invert':false}",
                "{'pattern':{'Regex':'('},'behavior':'Removed','invert':false}",
                "{'pattern':'a','behavior':'Removed','invert':false}",
                "{'pattern':{'String':'a'},'behavior':'Removed'}",
                "[]"
            })
    void wrongSplitIsRefused(String snippet) {
        assertThatThrownBy(() -> Split.fromJson(json(snippet), "pre_tokenizer"))
                .isInstanceOf(CorruptDataException.class);
    }
}
