package dev.embeam.model;

import dev.embeam.kernel.Pooling;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TokenBatch;
import dev.embeam.tokenizer.Tokenizer;
import dev.embeam.tokenizer.TokenizerSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A static embedding model: a tokenizer and a table with one row a token. The vector of a text is the mean of its tokens'
 * rows, treated as {@link EncodingSemantics} says.
 *
 * <p>Reads folders of sentence-transformers (one StaticEmbedding module, at most a Normalize module after it), of model2vec
 * (all precisions, token weights and mapping included), and folders of nothing but {@code tokenizer.json} and
 * {@code model.safetensors}.
 *
 * <p>Immutable and shared between threads. A vector depends on the text, the files and the settings, on nothing else: not on
 * the batch, the thread or the machine. A text without any token that counts has a zero vector.
 */
public final class StaticModel implements TextEncoder {
    private static final int UNLIMITED = -1;

    private final Tokenizer tokenizer;
    private final ModelTensors tensors;
    private final EncodingRules rules;
    private final int droppedId;
    private final int charactersOfToken;
    private final ModelCard card;

    private StaticModel(Tokenizer tokenizer, ModelTensors tensors, EncodingRules rules, ModelCard card) {
        this.tokenizer = tokenizer;
        this.tensors = tensors;
        this.rules = rules;
        this.card = card;
        boolean model2vec = rules.semantics() == EncodingSemantics.MODEL2VEC;
        this.droppedId =
                model2vec && tokenizer.hasUnknownToken() ? tokenizer.unknownId().orElse(-1) : -1;
        this.charactersOfToken = model2vec ? MedianLength.of(tokenizer.tokenLengths()) : UNLIMITED;
    }

    /**
     * Loads a model from a folder of this machine.
     *
     * @throws dev.embeam.schema.CorruptDataException if a file is missing, damaged or of a kind that is not supported
     * @throws IllegalArgumentException if the settings do not fit the model
     */
    public static StaticModel load(Path folder, ModelSettings settings) {
        return load(ModelFolder.of(folder), settings);
    }

    /** The same from a folder kept anywhere. */
    public static StaticModel load(ModelFolder folder, ModelSettings settings) {
        FolderContents contents = FolderReader.read(folder);
        Safetensors weights = Safetensors.read(folder, contents.weights());
        int columns = ModelTensors.tableOf(weights).shape().get(1).intValue();
        EncodingRules rules = EncodingRules.resolve(settings, contents, folder.location(), columns);
        byte[] tokenizerFile = folder.readAll(contents.tokenizer());
        Tokenizer tokenizer = Tokenizer.read(
                tokenizerFile, folder.describe(contents.tokenizer()), new TokenizerSettings(rules.charsmapReading()));
        ModelTensors tensors = ModelTensors.read(weights, rules.width(), rules.semantics());
        tensors.checkAgainst(tokenizer.vocabularySize(), rules.semantics(), weights.source());
        String fingerprint = Fingerprint.of(rules, tokenizerFile, folder, contents.weights());
        ModelCard card = card(folder, contents, rules, tokenizer, tensors, fingerprint);
        return new StaticModel(tokenizer, tensors, rules, card);
    }

    private static ModelCard card(
            ModelFolder folder,
            FolderContents contents,
            EncodingRules rules,
            Tokenizer tokenizer,
            ModelTensors tensors,
            String fingerprint) {
        return new ModelCard(
                folder.location(),
                contents.kind().label(),
                rules.semantics().label(),
                rules.dim(),
                rules.width(),
                tensors.table().rows(),
                tensors.table().precision().name().toLowerCase(Locale.ROOT),
                tokenizer.modelType().label(),
                tokenizer.vocabularySize(),
                contents.prompts().keySet(),
                rules.prompt(),
                rules.normalizeDim(),
                rules.maxTokens(),
                tensors.bytes(),
                fingerprint,
                Map.of("tokenizer", tokenizer.describe()));
    }

    @Override
    public int dim() {
        return rules.dim();
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /** The tokenizer, shared between threads. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public Tokenizing newTokenizing(int maxTokens) {
        return new StaticTokenizing(tokenizer, rules.prompt(), textLimit(maxTokens));
    }

    /** Always, but for model2vec's rules, which cut a text at a number of characters that follows from the limit. */
    @Override
    public boolean tokenizesAlike(int maxTokens, int other) {
        return textLimit(maxTokens).equals(textLimit(other));
    }

    private TextLimit textLimit(int maxTokens) {
        return charactersOfToken == UNLIMITED || maxTokens == 0
                ? TextLimit.NONE
                : new TextLimit((long) maxTokens * charactersOfToken);
    }

    @Override
    public EmbeddingBatch encode(TokenBatch batch, int maxTokens) {
        KeptTokens kept = KeptTokens.of(batch, droppedId, maxTokens);
        float[] vectors = cut(means(kept), batch.size());
        if (rules.normalizeDim()) {
            normalizeRows(vectors, rules.dim());
        }
        EncodingCounts before = batch.counts();
        EncodingCounts counts = new EncodingCounts(
                before.documents(),
                before.tokens(),
                before.unknownTokens(),
                kept.emptyTexts(),
                kept.truncated().cardinality());
        return new EmbeddingBatch(batch.keys(), rules.dim(), vectors, counts);
    }

    private float[] means(KeptTokens kept) {
        float[] means = new float[Math.multiplyExact(kept.offsets().length - 1, rules.width())];
        int[] rows = tensors.rowsOf(kept);
        if (tensors.weights().length > 0) {
            Pooling.weightedMean(tensors.table(), rows, tensors.weightsOf(kept), kept.offsets(), means);
        } else {
            Pooling.mean(tensors.table(), rows, kept.offsets(), means);
        }
        return means;
    }

    private float[] cut(float[] means, int texts) {
        if (rules.normalizeWidth()) {
            normalizeRows(means, rules.width());
        }
        if (rules.width() == rules.dim()) {
            return means;
        }
        float[] vectors = new float[texts * rules.dim()];
        for (int text = 0; text < texts; text++) {
            System.arraycopy(means, text * rules.width(), vectors, text * rules.dim(), rules.dim());
        }
        return vectors;
    }

    private static void normalizeRows(float[] vectors, int dim) {
        for (int at = 0; at < vectors.length; at += dim) {
            VectorKernels.normalize(vectors, at, dim);
        }
    }
}
