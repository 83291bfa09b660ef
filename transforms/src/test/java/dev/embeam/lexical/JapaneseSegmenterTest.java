package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JapaneseSegmenterTest {
    private final JapaneseSegmenter segmenter = new JapaneseSegmenter();

    @Test
    void wordsAreThoseOfTheTextWithPunctuationAndWithoutBaseForms() {
        assertThat(words("走った。「はい」")).containsExactly("走っ", "た", "。", "「", "はい", "」");
    }

    @Test
    void compoundsStayWhole() {
        assertThat(words("関西国際空港に着いた")).startsWith("関西国際空港", "に");
    }

    @Test
    void whiteSpaceIsLost() {
        assertThat(words(" 東京　大阪\n\t")).containsExactly("東京", "大阪");
        assertThat(words("")).isEmpty();
    }

    @Test
    void allElseIsKept() {
        String text = "Apple社は2024年に、ﾊﾝｶｸ・ｶﾀｶﾅの😀を発表した!";
        assertThat(String.join("", words(text))).isEqualTo(text);
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        segmenter.analyse(text, (chars, from, length) -> words.add(new String(chars, from, length)));
        return words;
    }
}
