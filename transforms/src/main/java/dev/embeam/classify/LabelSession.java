package dev.embeam.classify;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.LineFeatures;
import dev.embeam.fasttext.Matrix;
import dev.embeam.fasttext.StreamTokens;
import dev.embeam.fasttext.TextBytes;
import dev.embeam.kernel.VectorKernels;
import dev.embeam.tokenizer.TokenIds;
import java.util.Arrays;

/**
 * Predictions of one thread, one text at a time; the last one's labels can be asked for until the next. Allocates nothing
 * once its arrays have grown to the longest text.
 */
public final class LabelSession {
    private final Matrix input;
    private final LabelRanker ranker;
    private final TopLabels top;
    private final float threshold;
    private final StreamTokens tokens = new StreamTokens();
    private final LineFeatures features;
    private final TextBytes line = new TextBytes();
    private final float[] hidden;

    LabelSession(FastTextModel model, LabelRanker ranker, TopLabels top, float threshold) {
        this.ranker = ranker;
        this.top = top;
        this.threshold = threshold;
        input = model.input();
        features = new LineFeatures(model);
        hidden = new float[input.columns()];
    }

    /**
     * Predicts for a text as the {@code predict} of fastText's Python binding does for a line: line feeds, which that one
     * refuses, count as spaces, and the end of the text is an end of the line. What follows a {@code </s>} typed in the text
     * does not count. Lone surrogates become U+FFFD.
     *
     * @return how many labels there are: none where the text has no feature or no label reaches the threshold
     */
    public int predict(char[] text, int from, int to) {
        line.set(text, from, to);
        int end = line.makeLine(tokens, Integer.MAX_VALUE);
        start(line.bytes(), 0, end);
        predictNextLine();
        return size();
    }

    /** Predicts for a text; see {@link #predict(char[], int, int)}. */
    public int predict(String text) {
        return predict(text.toCharArray(), 0, text.length());
    }

    /** Begins a file of lines, {@code text[from, to)}, to be read as the fasttext tool reads it. */
    public void start(byte[] text, int from, int to) {
        tokens.start(text, from, to);
    }

    /**
     * Predicts for the next line of what was started. A line ends at a line feed and at a typed {@code </s>}.
     *
     * @return whether there was a line
     */
    public boolean predictNextLine() {
        top.clear();
        boolean any = features.read(tokens);
        TokenIds rows = features.rows();
        if (rows.size() > 0) {
            Arrays.fill(hidden, 0);
            input.addRows(rows.array(), 0, rows.size(), hidden, 0);
            VectorKernels.scale(hidden, 0, hidden.length, (float) (1.0 / rows.size()));
            ranker.rank(hidden, threshold, top);
            top.sort();
        }
        return any;
    }

    /** How many labels the last text got. */
    public int size() {
        return top.size();
    }

    /** The number of its label at a rank, from 0. */
    public int label(int rank) {
        return top.label(rank);
    }

    /** The label's probability. */
    public float probability(int rank) {
        return top.probability(rank);
    }

    /** The known labels that stood in the last text, by their numbers, the list itself: what training would have seen. */
    public TokenIds labelsInText() {
        return features.labels();
    }

    /** Whether the last text had any feature. */
    public boolean hadFeatures() {
        return features.rows().size() > 0;
    }
}
