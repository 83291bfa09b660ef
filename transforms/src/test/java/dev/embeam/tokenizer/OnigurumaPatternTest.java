package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnigurumaPatternTest {
    private static List<String> matches(String regex, String text) {
        return OnigurumaPattern.compile(regex, "pattern")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void lineAnchorsMatchAtEveryLineFeedOnly() {
        assertThat(matches("^.", "a\nb\rc\u2028d\n")).containsExactly("a", "b");
        assertThat(matches(".$", "a\nb\rc\n")).containsExactly("a", "c");
    }

    @Test
    void lowercaseHIsAHexadecimalDigit() {
        assertThat(matches("\\h+", "x1fG \t")).containsExactly("1f");
        assertThat(matches("[^\\h]", "a\t")).containsExactly("\t");
    }

    @Test
    void lowercaseVIsTheVerticalTab() {
        assertThat(matches("\\v", "\u000B\n\u0085")).containsExactly("\u000B");
    }

    @Test
    void shorthandClassesKnowUnicode() {
        assertThat(matches("\\s", "a\u3000\u0085\u180E")).containsExactly("\u3000", "\u0085");
        assertThat(matches("\\d+", "a٣4²")).containsExactly("٣4");
        assertThat(matches("\\w+", "é_x-中")).containsExactly("é_x", "中");
        assertThat(matches("\\S+", "a b")).containsExactly("a", "b");
    }

    @Test
    void classesAreThoseOfUnicode16WhateverTheJavaVersion() {
        // U+10570 came with Unicode 14, U+105C0 with 16, U+10940 with 17.
        assertThat(matches(
                        "\\p{L}",
                        Character.toString(0x10570) + Character.toString(0x105C0) + Character.toString(0x10940)))
                .containsExactly(Character.toString(0x10570), Character.toString(0x105C0));
    }

    @Test
    void propertiesMayBeNegatedTwice() {
        assertThat(matches("\\P{L}", "a1")).containsExactly("1");
        assertThat(matches("\\p{^L}", "a1")).containsExactly("1");
        assertThat(matches("\\P{^L}", "a1")).containsExactly("a");
        assertThat(matches("[^\\s\\p{L}\\p{N}]+", "a1 -- !")).containsExactly("--", "!");
    }

    @Test
    void setsIntersectAndNest() {
        assertThat(matches("[\\p{L}&&[^\\p{Han}]]+", "ab漢c")).containsExactly("ab", "c");
        assertThat(matches("[^a-c&&[^b]]", "abd")).containsExactly("b", "d");
        assertThat(matches("[a[xy]-]+", "ax-z")).containsExactly("ax-");
    }

    @Test
    void caseIsIgnoredInAPart() {
        assertThat(matches("a(?i:'s|K)b", "a'Sb akb a\u212Ab A'sb")).containsExactly("a'Sb", "akb", "a\u212Ab");
        assertThat(matches("'(?i:[sdmt]|ll|ve|re)", "'S'LL'Ve'X'ſ")).containsExactly("'S", "'LL", "'Ve", "'ſ");
        assertThat(matches("(?i:i)", "İıIi")).containsExactly("I", "i");
    }

    @Test
    void possessionAndLookAroundWork() {
        assertThat(matches("a++a", "aaa")).isEmpty();
        assertThat(matches("(?<=a|bc)d(?!e)", "adbcdade")).containsExactly("d", "d");
        assertThat(matches("\\s+(?!\\S)", "a   b ")).containsExactly("  ", " ");
        assertThat(matches("a{,2}b", "aaab")).containsExactly("aab");
        assertThat(matches("\\bé\\B", "éa é")).containsExactly("é");
    }

    @Test
    void lookBehindSeesCharactersOfTwoUnits() {
        assertThat(matches("(?<=\\p{L})-|(?<!\\w)\\+", "𝒳- 😀+ 𝒳+ -")).containsExactly("-", "+");
        assertThat(matches("\\b.", "𝒳ſ 𝒳")).containsExactly("𝒳", " ", "𝒳");
    }

    @Test
    void groupOfFixedLengthMayRepeatWithoutLimit() {
        assertThat(matches("\\d{1,3}(?=(?:\\d{3})*\\b)", "1234567 89")).containsExactly("1", "234", "567", "89");
    }

    @Test
    void longTextsTakeNoStack() {
        String digits = "123".repeat(100_000);
        assertThat(matches("\\A(?:\\d{3})*", digits)).containsExactly(digits);
        assertThat(matches("[^\\s\\p{L}]+x|\\p{N}++|[0-9]*?y", digits)).containsExactly(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:a|b)+",
                "(?:a+)*",
                "a{2}+",
                "a{2,3}?",
                "a**",
                "+a",
                "a{x}",
                "{",
                "(",
                ")",
                "(?m:a)",
                "(?i)a",
                "(?<n>a)",
                "(?#c)",
                "\\1",
                "\\Ga",
                "\\R",
                "\\X",
                "\\K",
                "\\Qa",
                "\\c",
                "\\xC3",
                "\\x{110000}",
                "\\uD800",
                "\\u12",
                "\\p{IsL}",
                "\\p{word}",
                "\\pL",
                "\\p{",
                "\\",
                "[",
                "[]a]",
                "[a",
                "[[:alpha:]]",
                "[a-\\d]",
                "[\\d-z]",
                "[z-a]",
                "[a&&]",
                "(?i:ß)",
                "(?i:ss)",
                "(?i:\\p{L})",
                "(?i:[^a])",
                "a{3,2}",
                "a{1001}"
            })
    void whatCannotBeFollowedIsRefused(String regex) {
        assertThatThrownBy(() -> OnigurumaPattern.compile(regex, "pattern.Regex"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("pattern.Regex")
                .hasMessageContaining(regex);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> OnigurumaPattern.compile("(".repeat(100_000), "pattern"))
                .isInstanceOf(CorruptDataException.class);
    }
}
