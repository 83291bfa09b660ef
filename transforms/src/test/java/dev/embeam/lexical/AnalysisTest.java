package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnalysisTest {
    @Test
    void japaneseCutsCompoundsDropsParticlesAndGivesBaseForms() {
        assertThat(terms(Analysis.JAPANESE, "関西国際空港でサーバーを使った")).containsExactly("関西", "国際", "空港", "サーバ", "使う");
    }

    @Test
    void englishDropsStopWordsAndStems() {
        assertThat(terms(Analysis.ENGLISH, "The runners' dogs were running to Tokyo's parks"))
                .containsExactly("runner", "dog", "were", "run", "tokyo", "park");
    }

    @Test
    void standardKeepsAllWordsInLowerCase() {
        assertThat(terms(Analysis.STANDARD, "The Dogs, 東京タワー!")).containsExactly("the", "dogs", "東", "京", "タワー");
    }

    @ParameterizedTest
    @EnumSource
    void textsDoNotDisturbOneAnother(Analysis analysis) {
        String text = "A short text 短い文章です。";
        List<String> alone = terms(analysis, text);
        TextAnalyser analyser = analysis.newAnalyser();
        List<String> terms = new ArrayList<>();
        analyser.analyse("別の長い文章 another one. ".repeat(2000), (chars, from, length) -> {});
        analyser.analyse("", (chars, from, length) -> terms.add("a term of nothing"));
        char[] within = ("前" + text + "後").toCharArray();
        analyser.analyse(
                within, 1, within.length - 1, (chars, from, length) -> terms.add(new String(chars, from, length)));
        assertThat(terms).isNotEmpty().isEqualTo(alone);
    }

    private static List<String> terms(Analysis analysis, String text) {
        List<String> terms = new ArrayList<>();
        analysis.newAnalyser().analyse(text, (chars, from, length) -> terms.add(new String(chars, from, length)));
        return terms;
    }
}
