package dev.embeam.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of components and random added tokens, with random texts, against the reference. Regular expressions
 * that match nothing are left out: the reference ends the process on some of them. So is
 * {@code prepend_scheme: first}, which asks the reference for offsets that are not kept here.
 */
class RandomPipelinesTest {
    private static final int PIPELINES = 100;
    private static final int TEXTS = 20;

    private static final String[] NORMALIZERS = {
        "{'type':'NFC'}",
        "{'type':'NFD'}",
        "{'type':'NFKC'}",
        "{'type':'NFKD'}",
        "{'type':'Nmt'}",
        "{'type':'Lowercase'}",
        "{'type':'StripAccents'}",
        "{'type':'Strip','strip_left':true,'strip_right':false}",
        "{'type':'Strip','strip_left':true,'strip_right':true}",
        "{'type':'Prepend','prepend':'▁'}",
        "{'type':'Replace','pattern':{'String':' '},'content':'▁'}",
        "{'type':'Replace','pattern':{'String':'a'},'content':' b '}",
        "{'type':'Replace','pattern':{'String':'か゛'},'content':''}",
        "{'type':'Replace','pattern':{'Regex':' {2,}'},'content':' '}",
        "{'type':'Replace','pattern':{'Regex':'x+'},'content':'|'}",
        "{'type':'Replace','pattern':{'Regex':'[a-c]+|\\\\.'},'content':'-'}",
        "{'type':'Sequence','normalizers':[{'type':'NFD'},{'type':'StripAccents'}]}"
    };
    private static final String[] PRE_TOKENIZERS = {
        "{'type':'Metaspace','replacement':'▁','prepend_scheme':'always','split':true}",
        "{'type':'Metaspace','replacement':'▁','prepend_scheme':'never','split':true}",
        "{'type':'Metaspace','replacement':'▁','prepend_scheme':'always','split':false}",
        "{'type':'Metaspace','replacement':'😀'}",
        "{'type':'Metaspace','replacement':'▁','str_rep':'▁','add_prefix_space':true}",
        "{'type':'WhitespaceSplit'}",
        "{'type':'CharDelimiterSplit','delimiter':'a'}"
    };
    private static final String[] CONTENTS = {
        "<s>", "<mask>", "[MASK]", "the", "です", "123", " a", "か\u3099", "e\u0301", "ﬃ", "</s>", "[M", "İ", "日本語"
    };

    @TempDir
    Path folder;

    @Test
    void everyPipelineGivesTheIdsOfTheReference() throws IOException {
        for (int i = 0; i < PIPELINES; i++) {
            SplittableRandom random = Seeds.random(i);
            byte[] file = randomFile(random);
            Path path = Files.write(folder.resolve("tokenizer.json"), file);
            TokenizerSession session = Tokenizer.read(file, "pipeline").newSession();
            try (ReferenceTokenizer reference = new ReferenceTokenizer(path)) {
                for (int t = 0; t < TEXTS; t++) {
                    compare(
                            session,
                            reference,
                            RandomTexts.of(random, 40, true),
                            new String(file, 0, 1500, StandardCharsets.UTF_8),
                            i);
                }
            }
        }
    }

    private static byte[] randomFile(SplittableRandom random) {
        String normalizer = random.nextInt(8) == 0 ? "null" : sequence(random, "normalizers", NORMALIZERS, 4);
        String preTokenizer = random.nextInt(8) == 0 ? "null" : sequence(random, "pretokenizers", PRE_TOKENIZERS, 2);
        List<String> added = new ArrayList<>();
        int first = random.nextInt(CONTENTS.length);
        for (int i = random.nextInt(5); i > 0; i--) {
            String content = CONTENTS[(first + i) % CONTENTS.length];
            added.add(ByteTokenizerFile.added(
                    content, random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
        }
        return ByteTokenizerFile.of(normalizer, preTokenizer, added.toString());
    }

    private static String sequence(SplittableRandom random, String field, String[] choices, int most) {
        List<String> steps = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            steps.add(choices[random.nextInt(choices.length)]);
        }
        String all = steps.size() == 1 ? steps.get(0) : "{'type':'Sequence','" + field + "':" + steps + "}";
        return all.replace('\'', '"');
    }

    private static void compare(
            TokenizerSession session, ReferenceTokenizer reference, String text, String file, int pipeline) {
        TokenIds ids = new TokenIds();
        session.encode(text.toCharArray(), 0, text.length(), ids);
        assertThat(ids.toArray())
                .as(() -> Seeds.describe(pipeline) + " with " + file + "\nfor " + hex(text))
                .isEqualTo(reference.encode(text));
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.codePoints().forEach(c -> hex.append(Integer.toHexString(c)).append(' '));
        return hex.toString();
    }
}
