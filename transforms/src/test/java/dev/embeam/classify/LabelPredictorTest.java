package dev.embeam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.SharedFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPredictorTest {
    @ParameterizedTest
    @CsvSource({
        "__label__ja, 今日はとても良い天気なので、公園を散歩しました。",
        "__label__en, The weather is very nice today and we walked through the park.",
        "__label__ru, Сегодня очень хорошая погода и мы гуляли в парке."
    })
    void theLanguageModelOfFastTextTellsLanguages(String label, String text) throws Exception {
        LabelPredictor languages =
                LabelPredictor.of(Classifiers.model(SharedFiles.path("models/fasttext/lid.176.ftz")));
        LabelSession session = languages.session(1, 0);
        assertThat(session.predict(text)).isEqualTo(1);
        assertThat(languages.labels().get(session.label(0))).isEqualTo(label);
        assertThat(session.probability(0)).isBetween(0.9f, 1.001f);
    }

    @Test
    void lineFeedsInATextAreSpaces() throws Exception {
        LabelSession session = Classifiers.golden("sup.bin").session(3, 0);
        session.predict("rain and snow\ntoday");
        List<Float> broken = List.of(session.probability(0), session.probability(1), session.probability(2));
        session.predict("rain and snow today");
        assertThat(broken).containsExactly(session.probability(0), session.probability(1), session.probability(2));
    }

    @Test
    void labelsInATextAreNoFeatures() throws Exception {
        LabelSession session = Classifiers.golden("sup.bin").session(1, 0);
        session.predict("rain and snow");
        float plain = session.probability(0);
        session.predict("__label__ja.tech rain and snow __label__never.seen");
        assertThat(session.probability(0)).isEqualTo(plain);
        assertThat(session.labelsInText().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2})
    void numbersOfLabelsThatAreNoneAreRefused(int topK) throws Exception {
        LabelPredictor predictor = Classifiers.golden("sup.bin");
        assertThatThrownBy(() -> predictor.session(topK, 0)).hasMessageContaining("topK is " + topK);
    }

    @Test
    void modelsOfWordsAreNoClassifiers() {
        assertThatThrownBy(() -> Classifiers.golden("sg.bin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("skipgram");
    }

    @Test
    void manyThreadsShareOnePredictor() throws Exception {
        LabelPredictor predictor = Classifiers.golden("sup-many.bin");
        LabelSession alone = predictor.session(5, 0);
        List<String> texts = List.of("w1 w2 w3", "w7", "", "w100 w200 w3");
        texts.parallelStream().forEach(text -> {
            LabelSession session = predictor.session(5, 0);
            for (int i = 0; i < 200; i++) {
                session.predict(text);
            }
            synchronized (alone) {
                alone.predict(text);
                assertThat(session.size()).isEqualTo(alone.size());
                for (int rank = 0; rank < alone.size(); rank++) {
                    assertThat(session.label(rank)).isEqualTo(alone.label(rank));
                    assertThat(session.probability(rank)).isEqualTo(alone.probability(rank));
                }
            }
        });
    }
}
