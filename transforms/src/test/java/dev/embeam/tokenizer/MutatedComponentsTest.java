package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A damaged file is read or refused, and what was read encodes or refuses; nothing else happens. */
class MutatedComponentsTest {
    private static final List<String> FILES = List.of(
            "{'normalizer':{'type':'BertNormalizer','clean_text':true,'handle_chinese_chars':true,'strip_accents':null,"
                    + "'lowercase':true},'pre_tokenizer':{'type':'BertPreTokenizer'},'model':{'type':'WordPiece','unk_token':"
                    + "'[UNK]','continuing_subword_prefix':'##','max_input_chars_per_word':100,'vocab':{'[UNK]':0,'ab':1,'##c':2}}}",
            "{'pre_tokenizer':{'type':'ByteLevel','add_prefix_space':true,'use_regex':true},'model':{'type':'BPE','dropout':null,"
                    + "'unk_token':'u','continuing_subword_prefix':'','end_of_word_suffix':'','fuse_unk':true,'byte_fallback':"
                    + "true,'ignore_merges':true,'vocab':{'u':0,'a':1,'b':2,'ab':3,'<0x41>':4},'merges':['a b']}}",
            "{'pre_tokenizer':{'type':'Sequence','pretokenizers':[{'type':'Split','pattern':{'Regex':'[^\\\\s\\\\p{L}&&[^a-c]]+|"
                    + "(?i:ab)|\\\\h{1,3}(?=x)'},'behavior':'MergedWithNext','invert':false},{'type':'Digits',"
                    + "'individual_digits':true},{'type':'Punctuation','behavior':'Contiguous'}]},'model':{'type':'WordLevel',"
                    + "'unk_token':'?','vocab':{'?':0,'ab':1}}}");
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "2147483647",
        "99999999999",
        "1.5",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[[]]",
        "\"\\uD800\"",
        "\"(\"",
        "\"Removed\""
    };
    private static final char[] TEXT = "ab ABc 12! \u0301中😀 don't".toCharArray();

    private static String mutate(String json, SplittableRandom random) {
        if (random.nextBoolean()) {
            int at = random.nextInt(json.length());
            int end = Math.min(json.length(), at + random.nextInt(4));
            return json.substring(0, at) + (char) (32 + random.nextInt(95)) + json.substring(end);
        }
        int colon = json.indexOf(':', random.nextInt(json.length()));
        if (colon < 0) {
            return json.substring(0, random.nextInt(json.length()));
        }
        int end = colon + 1;
        while (end < json.length() && ",}".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return json.substring(0, colon + 1) + VALUES[random.nextInt(VALUES.length)] + json.substring(end);
    }

    private static boolean isRead(String json) {
        try {
            Tokenizer tokenizer = Tokenizer.read(json.getBytes(StandardCharsets.UTF_8), "mutated");
            tokenizer.newSession().encode(TEXT, 0, TEXT.length, new TokenIds());
            return true;
        } catch (CorruptDataException e) {
            return false;
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        int read = 0;
        for (int i = 0; i < 1500; i++) {
            SplittableRandom random = Seeds.random(i);
            String json = mutate(FILES.get(i % FILES.size()).replace('\'', '"'), random);
            try {
                read += isRead(json) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                fail(Seeds.describe(i) + ": " + json, e);
            }
        }
        assertThat(read).isBetween(50, 1450);
    }
}
