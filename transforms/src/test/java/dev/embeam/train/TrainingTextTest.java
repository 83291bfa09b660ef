package dev.embeam.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingTextTest {
    @Test
    void everyWordBeginsWithTheMark() {
        assertThat(TrainingText.words("Why bread rises")).containsExactly("▁why", "▁bread", "▁rises");
    }

    @Test
    void wideFormsBecomeNarrow() {
        assertThat(TrainingText.words("Ｇｉｔの　版")).containsExactly("▁gitの", "▁版");
    }

    @Test
    void spaceInFrontAddsNoWord() {
        assertThat(TrainingText.words(" a")).isEqualTo(TrainingText.words("a"));
    }

    @Test
    void eachFurtherSpaceIsAMarkAlone() {
        assertThat(TrainingText.words("a  b ")).containsExactly("▁a", "▁", "▁b", "▁");
    }

    @Test
    void lineBreaksAreSpaces() {
        assertThat(TrainingText.words("a\nb")).containsExactly("▁a", "▁b");
    }

    @Test
    void emptyTextHasNoWords() {
        assertThat(TrainingText.words("")).isEmpty();
    }

    @Test
    void controlCharactersGoAndInvisibleSpacesSeparate() {
        assertThat(TrainingText.words("a\u0001b\u200bc\u2581d")).containsExactly("▁ab", "▁c", "▁d");
    }

    @Test
    void lowerCaseKnowsNoContext() {
        assertThat(TrainingText.words("ΣΑΣ İ")).containsExactly("▁σασ", "▁i\u0307");
    }

    @Test
    void halfASurrogatePairIsASpace() {
        assertThat(TrainingText.words("a\ud842b𠮷")).containsExactly("▁a", "▁b𠮷");
    }
}
