package dev.embeam.tokenizer;

import static dev.embeam.tokenizer.ComponentFixture.ids;
import static dev.embeam.tokenizer.ComponentFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import org.junit.jupiter.api.Test;

class WordPieceModelTest {
    private static final WordPieceModel MODEL =
            model("{'[UNK]':0,'un':1,'##aff':2,'##able':3,'##a':4,'unable':9,'##😀':6,'##':7}", 8);

    private static WordPieceModel model(String vocabulary, int longest) {
        return WordPieceModel.fromJson(
                json("{'vocab':" + vocabulary
                        + ",'unk_token':'[UNK]','continuing_subword_prefix':'##','max_input_chars_per_word':" + longest
                        + "}"),
                "model");
    }

    @Test
    void longestPieceComesFirst() {
        assertThat(ids(MODEL, "unable")).containsExactly(9);
        assertThat(ids(MODEL, "unaffa")).containsExactly(1, 2, 4);
    }

    @Test
    void wordThatCannotBeCutToItsEndIsOneUnknown() {
        assertThat(ids(MODEL, "unaffx")).containsExactly(0);
        assertThat(ids(MODEL, "x")).containsExactly(0);
    }

    @Test
    void continuationIsNotFoundAtTheStart() {
        assertThat(ids(MODEL, "aff")).containsExactly(0);
    }

    @Test
    void entryWithPrefixIsFoundAtTheStartWhenTheTextSpellsIt() {
        assertThat(ids(MODEL, "##a")).containsExactly(4);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(ids(MODEL, "un😀😀😀😀😀😀")).containsExactly(1, 6, 6, 6, 6, 6, 6);
        assertThat(ids(MODEL, "un😀😀😀😀😀😀😀")).containsExactly(0);
    }

    @Test
    void idsMayHaveGaps() {
        assertThat(MODEL.size()).isEqualTo(10);
        assertThat(MODEL.idOf("##able")).hasValue(3);
        assertThat(MODEL.idOf("able")).isEmpty();
        assertThat(MODEL.unknownId()).hasValue(0);
    }

    @Test
    void missingUnknownTokenIsRefusedOnlyWhenNeeded() {
        WordPieceModel model = model("{'a':0}", 100);
        assertThat(ids(model, "a")).containsExactly(0);
        assertThatThrownBy(() -> ids(model, "b"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("[UNK]");
    }

    @Test
    void wrongFieldsAreRefused() {
        assertThatThrownBy(() -> model("{'a':-1}", 100)).isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() -> model("['a']", 100)).isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() -> model("{'a':0}", -1)).isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() -> WordPieceModel.fromJson(json("{'vocab':{}}"), "model"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("continuing_subword_prefix");
    }
}
