package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A damaged tokenizer.json is refused in one way, or works. */
class TokenizerFuzzTest {
    private static final int MUTATIONS = 10_000;
    private static final String SMALL = """
            {"version":"1.0","truncation":{"direction":"Right","max_length":5,"strategy":"LongestFirst","stride":0},
            "added_tokens":[{"id":9,"content":"<m>","single_word":false,"lstrip":true,"rstrip":false,"normalized":false},
            {"id":8,"content":"Ab","single_word":true,"lstrip":false,"rstrip":true,"normalized":true}],
            "normalizer":{"type":"Sequence","normalizers":[{"type":"Strip","strip_left":true,"strip_right":false},
            {"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "},{"type":"Prepend","prepend":"x"},
            {"type":"Precompiled","precompiled_charsmap":"CAAAAAAAAAAAAAAAAGEA"}]},
            "pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"WhitespaceSplit"},
            {"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true}]},
            "model":{"type":"Unigram","unk_id":0,"byte_fallback":true,
            "vocab":[["<unk>",0.0],["▁",-1.5],["日本",-2.25e0],["a",-3],["▁ab",-4.5]]}}""";
    private static final String[] VALUES = {
        "null",
        "-1",
        "0",
        "1e999",
        "99999999999999999999",
        "2147483647",
        "\"\"",
        "\"\\ud800\"",
        "[]",
        "{}",
        "true",
        "[[[[[[]]]]]]",
        "\"Sequence\"",
        "1.5",
        "[\"a\",1]"
    };
    private static final char[] TEXT = "  日本 a <m> Ab 😀\uD800か\u3099 ab\u0000\n".toCharArray();

    @Test
    void damagedFilesAreRefusedOrWork() {
        byte[] whole = SMALL.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            refused += isRefused(mutate(whole, Seeds.random(i)), i) ? 1 : 0;
        }
        assertThat(isRefused(whole, -1)).isFalse();
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - 100);
    }

    private static boolean isRefused(byte[] file, long testCase) {
        try {
            TokenIds ids = new TokenIds();
            Tokenizer.read(file, "fuzz").newSession().encode(TEXT, 0, TEXT.length, ids);
            return false;
        } catch (CorruptDataException e) {
            assertThat(e.getMessage())
                    .as(Seeds.describe(testCase))
                    .startsWith("fuzz")
                    .contains("; expected ");
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            String text = new String(file, StandardCharsets.UTF_8);
            throw new AssertionError(Seeds.describe(testCase) + ": " + text, e);
        }
    }

    private static byte[] mutate(byte[] whole, SplittableRandom random) {
        byte[] file = whole.clone();
        return switch (random.nextInt(4)) {
            case 0 -> flip(file, random);
            case 1 -> Arrays.copyOf(file, random.nextInt(file.length));
            default -> replaceValue(random);
        };
    }

    private static byte[] flip(byte[] file, SplittableRandom random) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        return file;
    }

    /** Puts another value in the place of one between a colon, comma or bracket and the next such sign. */
    private static byte[] replaceValue(SplittableRandom random) {
        int at = SMALL.indexOf(':', random.nextInt(SMALL.length() - 40));
        int end = at + 1;
        while (end < SMALL.length() && ",]}".indexOf(SMALL.charAt(end)) < 0) {
            end++;
        }
        String value = VALUES[random.nextInt(VALUES.length)];
        return (SMALL.substring(0, at + 1) + value + SMALL.substring(end)).getBytes(StandardCharsets.UTF_8);
    }
}
