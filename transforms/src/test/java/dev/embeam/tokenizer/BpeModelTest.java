package dev.embeam.tokenizer;

import static dev.embeam.tokenizer.ComponentFixture.ids;
import static dev.embeam.tokenizer.ComponentFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BpeModelTest {
    private static final String VOCABULARY = "'vocab':{'a':0,'b':1,'c':2,'ab':3,'bc':4,'abc':5,'aa':6,'<unk>':7}";

    private static BpeModel model(String fields) {
        return BpeModel.fromJson(json("{" + fields + "}"), "model");
    }

    @Test
    void lowestRankMergesFirst() {
        assertThat(ids(model(VOCABULARY + ",'merges':['a b','b c']"), "abc")).containsExactly(3, 2);
        assertThat(ids(model(VOCABULARY + ",'merges':['b c','a b']"), "abc")).containsExactly(0, 4);
        assertThat(ids(model(VOCABULARY + ",'merges':['b c','a b','a bc']"), "abc"))
                .containsExactly(5);
    }

    @Test
    void leftmostOfEqualRankMergesFirst() {
        assertThat(ids(model(VOCABULARY + ",'merges':['a a']"), "aaaaa")).containsExactly(6, 6, 0);
    }

    @Test
    void mergesMayBePairs() {
        assertThat(ids(model(VOCABULARY + ",'merges':[['a','b'],['b','c']]"), "abc"))
                .containsExactly(3, 2);
    }

    @Test
    void headOfMergesTextIsPassedOver() {
        assertThat(ids(model(VOCABULARY + ",'merges':['#version: 0.2','a b']"), "ab"))
                .containsExactly(3);
    }

    @Test
    void unknownCharactersAreLeftOutWithoutUnknownToken() {
        assertThat(ids(model(VOCABULARY + ",'merges':[]"), "axxb")).containsExactly(0, 1);
        assertThat(ids(model(VOCABULARY + ",'merges':[]"), "x")).isEmpty();
    }

    @Test
    void unknownCharactersAreFusedOnDemand() {
        assertThat(ids(model(VOCABULARY + ",'merges':[],'unk_token':'<unk>'"), "axxb"))
                .containsExactly(0, 7, 7, 1);
        assertThat(ids(model(VOCABULARY + ",'merges':[],'unk_token':'<unk>','fuse_unk':true"), "axxb"))
                .containsExactly(0, 7, 1);
    }

    @Test
    void unknownTokenOutsideTheVocabularyIsRefusedOnlyWhenNeeded() {
        BpeModel model = model(VOCABULARY + ",'merges':[],'unk_token':'?'");
        assertThat(ids(model, "a")).containsExactly(0);
        assertThatThrownBy(() -> ids(model, "x")).isInstanceOf(CorruptDataException.class);
    }

    @Test
    void bytesStandForUnknownCharactersWhenAllOfThemAreThere() {
        BpeModel model = model("'vocab':{'a':0,'<0xC3>':1,'<0xA9>':2,'<unk>':3},'merges':[],'byte_fallback':true,"
                + "'unk_token':'<unk>'");
        assertThat(ids(model, "aéa")).containsExactly(0, 1, 2, 0);
        assertThat(ids(model, "aèa")).containsExactly(0, 3, 0);
    }

    @Test
    void unknownComesBehindTheBytesThatFollowIt() {
        BpeModel model = model("'vocab':{'a':0,'<0xC3>':1,'<0xA9>':2,'<unk>':3},'merges':[],'byte_fallback':true,"
                + "'unk_token':'<unk>'");
        assertThat(ids(model, "aèéa")).containsExactly(0, 1, 2, 3, 0);
    }

    @Test
    void suffixMarksTheLastCharacter() {
        BpeModel model =
                model("'vocab':{'a':0,'a</w>':1,'aa</w>':2,'b':3},'merges':['a a</w>'],'end_of_word_suffix':'</w>'");
        assertThat(ids(model, "aa")).containsExactly(2);
        assertThat(ids(model, "a")).containsExactly(1);
        assertThat(ids(model, "ab")).containsExactly(0);
    }

    @Test
    void prefixMarksAllButTheFirstCharacter() {
        BpeModel model =
                model("'vocab':{'a':0,'##b':1,'ab':2,'##c':3},'merges':['a ##b'],'continuing_subword_prefix':'##'");
        assertThat(ids(model, "abc")).containsExactly(2, 3);
        assertThat(ids(model, "b")).isEmpty();
    }

    @Test
    void wholePieceIsTakenWhenMergesAreIgnored() {
        assertThat(ids(model(VOCABULARY + ",'merges':[],'ignore_merges':true"), "abc"))
                .containsExactly(5);
        assertThat(ids(model(VOCABULARY + ",'merges':[],'ignore_merges':false"), "abc"))
                .containsExactly(0, 1, 2);
    }

    @Test
    void secondEncodingOfAPieceEqualsTheFirst() {
        TokenModel.Segmenter segmenter =
                model(VOCABULARY + ",'merges':['a b','ab c']").newSegmenter();
        TokenIds ids = new TokenIds();
        for (String text : List.of("abc", "ab", "abc", "ab", "abca")) {
            segmenter.segment(text.toCharArray(), 0, text.length(), ids);
        }
        assertThat(ids.toArray()).containsExactly(5, 3, 5, 3, 5, 0);
    }

    @Test
    void longPieceGivesWhatItsRepetitionPromises() {
        String text = String.join("", Collections.nCopies(100_000, "abc"));
        assertThat(ids(model(VOCABULARY + ",'merges':['a b','ab c']"), text))
                .hasSize(100_000)
                .containsOnly(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'merges':['a']",
                "'merges':['a b c']",
                "'merges':['a x']",
                "'merges':['a c']",
                "'merges':[['a','b','c']]",
                "'merges':[['a',1]]",
                "'merges':['a b',['b','c']]",
                "'merges':{}",
                "'merges':null",
                "'merges':[],'dropout':0.1",
                "'merges':[],'unk_token':1",
                "'merges':['a b'],'continuing_subword_prefix':'####'"
            })
    void wrongFieldsAreRefused(String fields) {
        assertThatThrownBy(() -> model(VOCABULARY + "," + fields)).isInstanceOf(CorruptDataException.class);
    }

    @Test
    void tokenWithSpaceInTextMergesIsNamed() {
        assertThatThrownBy(() -> model("'vocab':{'a':0},'merges':['a  b']"))
                .hasMessageContaining("model.merges[0]")
                .hasMessageContaining("pairs");
    }
}
