package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrigramAnalyserTest {
    private static final String[] ALPHABETS = {
        "abcXYZ 019.,",
        "あいうがぱゃ",
        "カガヴー・",
        "東京都民",
        "ＡＢｃ１２！　",
        "ｶﾞﾊﾟ①㍿",
        "e\u0301ÅÄß\u00a0",
        "한국\u1100\u1161",
        "𠮷野家😀",
        "\u3099\u309a"
    };

    private final TextAnalyser analyser = Analysis.TRIGRAMS.newAnalyser();

    @Test
    void threeCharactersThatFollowOneAnotherAreATerm() {
        assertThat(terms("東京都庁")).containsExactly("東京都", "京都庁");
        assertThat(terms("aaaa")).containsExactly("aaa", "aaa");
    }

    @Test
    void shorterRunsAreTermsThemselves() {
        assertThat(terms("a 東京 b\tcd")).containsExactly("a", "東京", "b", "cd");
    }

    @Test
    void noTermReachesAcrossWhiteSpace() {
        assertThat(terms(" abcd　efg\nh ")).containsExactly("abc", "bcd", "efg", "h");
    }

    @Test
    void widthAndCaseMakeNoDifference() {
        assertThat(terms("ＡＢＣﾃﾞｰﾀ①")).isEqualTo(terms("abcデータ1"));
    }

    @Test
    void pairsOfSurrogatesAreOneCharacter() {
        assertThat(terms("𠮷野家だ")).containsExactly("𠮷野家", "野家だ");
        assertThat(terms("😀😀")).containsExactly("😀😀");
    }

    @Test
    void nothingAndWhiteSpaceHaveNoTerms() {
        assertThat(terms("")).isEmpty();
        assertThat(terms(" \n　")).isEmpty();
    }

    @Test
    void everyCharacterFollowsTheRule() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String text = "x" + c + "カ" + c;
            assertThat(terms(text)).as("U+%04X", (int) c).isEqualTo(reference(text));
        }
    }

    @Test
    void randomTextsFollowTheRule() {
        for (int testCase = 0; testCase < 2000; testCase++) {
            String text = randomText(Seeds.random(testCase));
            assertThat(terms(text))
                    .as("%s of \"%s\"", Seeds.describe(testCase), text)
                    .isEqualTo(reference(text));
        }
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        int kinds = 1 + random.nextInt(ALPHABETS.length);
        for (int i = 0; i < length; i++) {
            int[] points = ALPHABETS[random.nextInt(kinds)].codePoints().toArray();
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** The rule in its plainest form. */
    private static List<String> reference(String text) {
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .toArray();
        List<String> terms = new ArrayList<>();
        for (int from = 0, to; from < points.length; from = to + 1) {
            to = from;
            while (to < points.length && !Character.isWhitespace(points[to])) {
                to++;
            }
            if (to > from && to - from < 3) {
                terms.add(new String(points, from, to - from));
            }
            for (int i = from; i + 3 <= to; i++) {
                terms.add(new String(points, i, 3));
            }
        }
        return terms;
    }

    private List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        analyser.analyse(text, (chars, from, length) -> terms.add(new String(chars, from, length)));
        return terms;
    }
}
