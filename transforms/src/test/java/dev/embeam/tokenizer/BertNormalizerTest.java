package dev.embeam.tokenizer;

import static dev.embeam.tokenizer.ComponentFixture.json;
import static dev.embeam.tokenizer.ComponentFixture.normalize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import org.junit.jupiter.api.Test;

class BertNormalizerTest {
    private static Normalizer normalizer(boolean clean, boolean chinese, String accents, boolean lowercase) {
        return BertNormalizer.fromJson(
                json(String.format(
                        "{'clean_text':%b,'handle_chinese_chars':%b,'strip_accents':%s,'lowercase':%b}",
                        clean, chinese, accents, lowercase)),
                "normalizer");
    }

    @Test
    void cleaningDropsControlsAndEvensWhiteSpace() {
        Normalizer cleaning = normalizer(true, false, "false", false);
        assertThat(normalize(cleaning, "a\u0000b\uFFFDc\u200Dd\u00ADe\tf\u3000g\u000Bh"))
                .isEqualTo("abcde f gh");
        assertThat(normalize(normalizer(false, false, "false", false), "a\u0000\tb"))
                .isEqualTo("a\u0000\tb");
    }

    @Test
    void chineseCharactersGetSpaces() {
        Normalizer spacing = normalizer(false, true, "false", false);
        assertThat(normalize(spacing, "a中文ー")).isEqualTo("a 中  文 ー");
    }

    @Test
    void gapOfTheReferenceBetweenExtensionsIsKept() {
        Normalizer spacing = normalizer(false, true, "false", false);
        String inGap = Character.toString(0x2B820);
        assertThat(normalize(spacing, inGap)).isEqualTo(inGap);
        assertThat(normalize(spacing, Character.toString(0x2B920))).startsWith(" ");
    }

    @Test
    void accentsFollowLowercaseWhenNull() {
        assertThat(normalize(normalizer(false, false, "null", true), "É か\u3099"))
                .isEqualTo("e か");
        assertThat(normalize(normalizer(false, false, "null", false), "É")).isEqualTo("É");
        assertThat(normalize(normalizer(false, false, "false", true), "É")).isEqualTo("é");
        assertThat(normalize(normalizer(false, false, "true", false), "É")).isEqualTo("E");
    }

    @Test
    void lowercaseKnowsNoFinalSigmaAndNoLanguage() {
        assertThat(normalize(normalizer(false, false, "false", true), "ΣΑΣ İ")).isEqualTo("σασ i\u0307");
    }

    @Test
    void marksThatMeetWhenAControlGoesAreOrdered() {
        Normalizer normalizer = normalizer(true, false, "true", false);
        assertThat(normalizer.standsAlone('\u200D')).isFalse();
        assertThat(normalizer.standsAlone('a')).isTrue();
    }

    @Test
    void wrongSwitchesAreRefused() {
        assertThatThrownBy(() -> normalizer(true, true, "1", true)).isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() -> BertNormalizer.fromJson(json("{}"), "normalizer"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("normalizer.lowercase");
    }
}
