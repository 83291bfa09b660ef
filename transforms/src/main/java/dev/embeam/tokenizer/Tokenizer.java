package dev.embeam.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A tokenizer.json ready to turn texts into token ids, equal to those of Hugging Face tokenizers with
 * {@code add_special_tokens=false}: unknown characters keep their id, added tokens that stand in the text become theirs, and
 * the file's truncation block applies.
 *
 * <p>Immutable; one instance serves all threads of a process. The work is done by a {@link TokenizerSession} per thread.
 */
public final class Tokenizer {
    private final ModelType modelType;
    private final boolean unknownToken;
    private final int[] tokenLengths;
    private final Map<String, Integer> addedIds;
    private final int size;
    private final String description;

    final TokenModel model;
    final NormalizerChain normalizers;
    final List<PreTokenizer> preTokenizers;
    final Truncation truncation;
    final AddedTokenMatcher rawTokens;
    final AddedTokenMatcher normalizedTokens;
    final InputScan scan;
    final boolean asksForStart;

    Tokenizer(
            ModelType modelType,
            TokenModel model,
            AddedVocabulary added,
            List<Normalizer> normalizers,
            List<PreTokenizer> preTokenizers,
            Truncation truncation,
            boolean unknownToken,
            int[] tokenLengths) {
        this.modelType = modelType;
        this.model = model;
        this.normalizers = new NormalizerChain(normalizers);
        this.preTokenizers = List.copyOf(preTokenizers);
        this.truncation = truncation;
        this.unknownToken = unknownToken;
        this.tokenLengths = tokenLengths;
        this.addedIds = Map.copyOf(added.ids());
        this.rawTokens = added.matcher(false, content -> content);
        this.normalizedTokens = added.matcher(true, this::normalize);
        this.scan = new InputScan(rawTokens);
        this.asksForStart = preTokenizers.stream()
                .anyMatch(step -> step instanceof Metaspace metaspace && metaspace.asksForStart());
        this.size = Math.max(model.size(), added.size());
        this.description = describe(normalizers);
    }

    /**
     * Reads a tokenizer.json.
     *
     * @param source the file's name for messages
     * @throws dev.embeam.schema.CorruptDataException if the file is damaged or asks for something that is not supported
     */
    public static Tokenizer read(byte[] tokenizerJson, String source) {
        return read(tokenizerJson, source, TokenizerSettings.defaults());
    }

    /** The same with other settings. */
    public static Tokenizer read(byte[] tokenizerJson, String source, TokenizerSettings settings) {
        return TokenizerFile.read(tokenizerJson, source, settings);
    }

    /** The same from a stream, which is read to its end and left open. */
    public static Tokenizer read(InputStream tokenizerJson, String source) throws IOException {
        return read(tokenizerJson.readAllBytes(), source);
    }

    /** The same from a stream with other settings. */
    public static Tokenizer read(InputStream tokenizerJson, String source, TokenizerSettings settings)
            throws IOException {
        return read(tokenizerJson.readAllBytes(), source, settings);
    }

    /** A worker for one thread. */
    public TokenizerSession newSession() {
        return new TokenizerSession(this);
    }

    /** The kind of model. */
    public ModelType modelType() {
        return modelType;
    }

    /** One more than the largest id, those of added tokens included: the least number of rows an embedding table needs. */
    public int vocabularySize() {
        return size;
    }

    /** The id of unknown text, if the model has one: Unigram's {@code unk_id}, or that of the {@code unk_token}. */
    public OptionalInt unknownId() {
        return model.unknownId();
    }

    /**
     * Whether the model names an {@code unk_token}, as WordPiece, BPE and WordLevel may and Unigram never does. model2vec
     * leaves unknown ids out of its means only then.
     */
    public boolean hasUnknownToken() {
        return unknownToken;
    }

    /**
     * The length in code points of every distinct token, added tokens included, in ascending order; model2vec cuts texts by
     * their median.
     */
    public int[] tokenLengths() {
        return tokenLengths.clone();
    }

    /** The id of a token, added ones first. */
    public OptionalInt idOf(String token) {
        Integer added = addedIds.get(token);
        return added == null ? model.idOf(token) : OptionalInt.of(added);
    }

    /** One line for people: model, size and steps. */
    public String describe() {
        return description;
    }

    @Override
    public String toString() {
        return description;
    }

    private String describe(List<Normalizer> steps) {
        return modelType.label() + ", " + size + " ids, normalizers " + names(steps) + ", pre-tokenizers "
                + names(preTokenizers);
    }

    private static String names(List<?> steps) {
        return steps.stream().map(step -> step.getClass().getSimpleName()).collect(Collectors.joining(", ", "[", "]"));
    }

    private String normalize(String content) {
        Characters out = new Characters();
        char[] chars = content.toCharArray();
        normalizers.normalize(chars, 0, chars.length, out, new NormalizerChain.Scratch());
        return out.toString();
    }
}
