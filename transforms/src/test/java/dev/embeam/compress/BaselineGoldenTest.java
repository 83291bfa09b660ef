package dev.embeam.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.compress.Recipe.Method;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.kernel.Float16;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The baseline beside what compress-fasttext itself made. */
class BaselineGoldenTest {
    /** Of numbers up to about 1, half precision keeps this much; sums of float rows in another order lose less. */
    private static final float HALF_ROUNDING = 1e-3f;

    private final FastTextModel model = Golden.model();
    private final NgramUse use = NgramUse.ofGensim(model.dictionary(), model.settings());
    private final OriginalRows original = new OriginalRows(model, NgramUse.of(model.dictionary(), model.settings()));

    @Test
    void bucketsAreCountedAsCompressFasttextCountsThem() throws IOException {
        JsonNode expected = Golden.json("bucket-counts.json");
        assertThat(use.used()).hasSize(expected.size());
        expected.properties()
                .forEach(count -> assertThat(use.count(Integer.parseInt(count.getKey())))
                        .as(count.getKey())
                        .isEqualTo(count.getValue().asInt()));
    }

    @Test
    void bucketsAreChosenInItsOrder() throws IOException {
        assertThat(Selection.byCount(use, original, 300, 1)).containsExactly(ids("freq-norm"));
        assertThat(Selection.byCount(use, original, 300, 0)).containsExactly(ids("freq-count"));
        assertThat(Selection.byCount(use, original, 600, 1)).containsExactly(ids("freq-pq"));
    }

    @Test
    void wordsAreChosenInItsOrder() throws IOException {
        List<String> expected = new ArrayList<>();
        Golden.json("info.json").get("freq-norm").get("vocab_in_order").forEach(word -> expected.add(word.asText()));
        assertThat(Arrays.stream(Selection.words(model.dictionary(), 100)).mapToObj(model.dictionary()::text))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void vectorsOfChosenRowsAreItsVectors() throws IOException {
        assertVectors("freq-norm.words.f32", Recipe.chosen(100, 300, RowForm.FLOAT16, Method.BASELINE));
        assertVectors(
                "freq-count.words.f32",
                new Recipe(100, 300, RowForm.FLOAT16, RowForm.FLOAT16, 0, false, Method.BASELINE, 0));
    }

    @Test
    void vectorsOfTheWholeModelAreThoseOfGensim() throws IOException {
        assertVectors("gensim-full.words.f32", Recipe.all(RowForm.FLOAT32, Method.BASELINE));
    }

    @Test
    void repackedRowsAreItsRowsButForThoseThatNothingMeets() throws IOException {
        ByteBuffer expected = Golden.bytes("repack.ngrams-300x20.f16");
        NgramUse newUse = NgramUse.ofGensim(model.dictionary(), model.settings().withBucket(300));
        float[][] rows = Repacking.rows(original, use, newUse, 300, 0);
        for (int bucket = 0; bucket < 300; bucket++) {
            for (int j = 0; j < Golden.DIM && newUse.count(bucket) > 0; j++) {
                float wanted = Float16.toFloat(expected.getShort((bucket * Golden.DIM + j) * Short.BYTES));
                assertThat(rows[bucket][j]).as(bucket + ", " + j).isCloseTo(wanted, within(HALF_ROUNDING));
            }
        }
    }

    @Test
    void vectorsOfRepackedRowsAreItsVectors() throws IOException {
        assertVectors(
                "repack.words.f32",
                new Recipe(100, 300, RowForm.FLOAT16, RowForm.FLOAT16, 1, true, Method.BASELINE, 0));
    }

    @Test
    void cosinesOfKnownWordsAreItsCosines() throws IOException {
        JsonNode info = Golden.json("info.json");
        CompactModel byNorm = Golden.shrunk(Recipe.chosen(100, 300, RowForm.FLOAT16, Method.BASELINE));
        assertThat(meanCosine(byNorm))
                .isCloseTo(info.get("freq-norm").get("mean_cosine_in_vocab").asDouble(), within(1e-4));
        CompactModel quantized = Golden.shrunk(Recipe.chosen(400, 600, RowForm.product(10), Method.BASELINE));
        // k-means starts from other points than the golden run's.
        assertThat(meanCosine(quantized))
                .isCloseTo(info.get("freq-pq").get("mean_cosine_in_vocab").asDouble(), within(0.01));
    }

    @Test
    void itsOwnCodesDecodeToItsVectors() throws IOException {
        JsonNode chosen = Golden.json("info.json").get("freq-pq");
        KeptWords words = KeptWords.of(model.dictionary(), Selection.words(model.dictionary(), 400));
        int[] buckets = ids("freq-pq");
        int[] sorted = Arrays.stream(buckets).sorted().toArray();
        List<String> inOrder = new ArrayList<>();
        chosen.get("vocab_in_order").forEach(word -> inOrder.add(word.asText()));
        CodedTable wordRows = blob(
                "freq-pq.vectors.pq",
                Arrays.stream(words.entries())
                        .map(entry -> inOrder.indexOf(model.dictionary().text(entry)))
                        .toArray());
        CodedTable ngramRows = blob(
                "freq-pq.ngrams.pq",
                Arrays.stream(sorted)
                        .map(bucket -> IntStream.range(0, buckets.length)
                                .filter(i -> buckets[i] == bucket)
                                .findFirst()
                                .orElseThrow())
                        .toArray());
        CompactSettings settings = new CompactSettings(
                Golden.DIM,
                model.settings().minn(),
                model.settings().maxn(),
                model.settings().bucket(),
                true,
                model.dictionary().tokens());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CompactWriter.write(new CompactParts(settings, words, sorted, wordRows, ngramRows), Channels.newChannel(out));
        assertVectors("freq-pq.words.f32", Golden.read(out.toByteArray()), 1e-5f);
    }

    /** The rows of a blob of codes as navec has it, in another order. */
    private static CodedTable blob(String name, int[] order) throws IOException {
        ByteBuffer blob = Golden.bytes(name);
        int vectors = blob.getInt();
        int dim = blob.getInt();
        int parts = blob.getInt();
        int centroids = blob.getInt();
        byte[] codes = new byte[vectors * parts];
        blob.get(codes);
        float[] codebook = new float[parts * ProductRows.CENTROIDS * (dim / parts)];
        for (int part = 0; part < parts; part++) {
            for (int i = 0; i < centroids * (dim / parts); i++) {
                codebook[part * ProductRows.CENTROIDS * (dim / parts) + i] = blob.getFloat();
            }
        }
        byte[] ordered = new byte[order.length * parts];
        for (int row = 0; row < order.length; row++) {
            System.arraycopy(codes, order[row] * parts, ordered, row * parts, parts);
        }
        return CodedTable.of(CompactLayout.FORM_PRODUCT, parts, dim / parts, codebook, ordered);
    }

    private double meanCosine(CompactModel compact) {
        CompactVectors vectors = new CompactVectors(compact);
        return IntStream.range(0, model.dictionary().words())
                .mapToDouble(word -> {
                    float[] before = new float[Golden.DIM];
                    original.word(word, before);
                    return Cosine.of(before, vectors.vector(model.dictionary().text(word)));
                })
                .average()
                .orElseThrow();
    }

    private static void assertVectors(String name, Recipe recipe) throws IOException {
        assertVectors(name, Golden.shrunk(recipe), HALF_ROUNDING);
    }

    private static void assertVectors(String name, CompactModel compact, float precision) throws IOException {
        ByteBuffer expected = Golden.bytes(name);
        CompactVectors vectors = new CompactVectors(compact);
        for (String word : Golden.queries()) {
            float[] wanted = new float[Golden.DIM];
            for (int j = 0; j < wanted.length; j++) {
                wanted[j] = expected.getFloat();
            }
            if (!word.equals("</s>")) {
                assertThat(vectors.vector(word)).as(name + ": " + word).containsExactly(wanted, within(precision));
            }
        }
        assertThat(expected.hasRemaining()).isFalse();
    }

    private static int[] ids(String method) throws IOException {
        List<Integer> ids = new ArrayList<>();
        Golden.json("info.json").get(method).get("ngram_ids_in_order").forEach(id -> ids.add(id.asInt()));
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
