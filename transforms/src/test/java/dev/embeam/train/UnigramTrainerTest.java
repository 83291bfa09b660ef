package dev.embeam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnigramTrainerTest {
    @Test
    void wordsThatComeAgainBecomePieces() {
        PieceVocabulary vocabulary =
                UnigramTrainer.of(100).train(List.of("steam train", "night train", "新幹線は速い", "新幹線の駅", "train and 新幹線"));
        assertThat(vocabulary.pieces()).startsWith(PieceVocabulary.UNKNOWN).contains("▁train", "新幹線");
    }

    @Test
    void probabilitiesSumToOneAndFall() {
        PieceVocabulary vocabulary = UnigramTrainer.of(50).train(Collections.nCopies(3, "the cat and the hat"));
        double[] scores = Arrays.copyOfRange(vocabulary.scores(), 1, vocabulary.size());
        assertThat(Arrays.stream(scores).map(Math::exp).sum()).isBetween(0.9999, 1.0001);
        assertThat(Arrays.stream(scores).map(score -> -score)).isSorted();
    }

    @Test
    void charactersOutsideTheBasicPlaneStayWhole() {
        PieceVocabulary vocabulary = UnigramTrainer.of(100).train(List.of("𠮷野家と𠮷田", "𠮷野"));
        assertThat(vocabulary.pieces()).contains("𠮷").noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
    }

    @Test
    void piecesNeverMixScriptsOrPunctuation() {
        PieceVocabulary vocabulary = UnigramTrainer.of(200).train(Collections.nCopies(5, "web検索、web検索。 e-mail"));
        assertThat(vocabulary.pieces())
                .contains("▁web", "検索", "、", "-")
                .noneMatch(piece -> piece.contains("b検") || piece.contains("索、") || piece.contains("-m"));
    }

    @Test
    void emptyTextsGiveTheUnknownPieceAlone() {
        assertThat(UnigramTrainer.of(10).train(List.of("", "")).pieces()).containsExactly(PieceVocabulary.UNKNOWN);
    }

    @Test
    void limitBelowOneIsRefused() {
        assertThatThrownBy(() -> UnigramTrainer.of(0)).hasMessage("maxPieces is 0; expected at least 1");
    }
}
