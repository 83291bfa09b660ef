package dev.embeam.tokenizer;

import static dev.embeam.tokenizer.ComponentFixture.ids;
import static dev.embeam.tokenizer.ComponentFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import org.junit.jupiter.api.Test;

class WordLevelModelTest {
    @Test
    void wholePieceOrUnknown() {
        TokenModel model = WordLevelModel.fromJson(json("{'vocab':{'<unk>':5,'ab':2},'unk_token':'<unk>'}"), "model");
        assertThat(ids(model, "ab")).containsExactly(2);
        assertThat(ids(model, "a")).containsExactly(5);
        assertThat(ids(model, "abc")).containsExactly(5);
        assertThat(model.size()).isEqualTo(6);
    }

    @Test
    void missingUnknownTokenIsRefusedOnlyWhenNeeded() {
        TokenModel model = WordLevelModel.fromJson(json("{'vocab':{'ab':2},'unk_token':'<unk>'}"), "model");
        assertThat(model.unknownId()).isEmpty();
        assertThatThrownBy(() -> ids(model, "x")).isInstanceOf(CorruptDataException.class);
    }
}
