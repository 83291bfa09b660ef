package dev.embeam.classify;

import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Warning;
import dev.embeam.statistic.Bootstrap;
import dev.embeam.tokenizer.TokenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good the labels of documents are whose right labels are known. All measures but accuracy and {@code @1} are over all
 * labels that were given, so over as many a document as were asked for.
 *
 * <p>{@code accuracy}: share of the documents whose first label is right. {@code precision@k}, {@code recall@k}: right labels
 * among all given ones, and given ones among all right ones, over all documents together, as the fasttext tool's {@code
 * test} counts them, except that right labels unknown to the classifier count as missed and documents without any given label
 * count too. {@code micro_f1}: the harmonic mean of both at the largest k. {@code macro_f1}: the mean of F1 over all labels
 * that are right or given somewhere.
 */
public final class LabelEvaluation {
    /** The measure that stands for all. */
    public static final String MAIN = "fasttext:accuracy";

    private static final String PROFILE = "fasttext:";
    private static final int EXAMPLES = 5;

    private final LabelTable table;
    private final Bootstrap means;
    private final Bootstrap statistics;

    /**
     * Over these documents.
     *
     * @param parts in their order; at least one document with a right label
     * @param labels names of the classifier's labels
     * @param means intervals of accuracy
     * @param statistics intervals of all else
     * @throws IllegalArgumentException if no document has a right label
     */
    public LabelEvaluation(List<JudgedDocuments> parts, List<String> labels, Bootstrap means, Bootstrap statistics) {
        table = new LabelTable(parts, labels);
        this.means = means;
        this.statistics = statistics;
        if (table.rows() == 0) {
            throw new IllegalArgumentException("none of " + table.unjudged()
                    + " documents has a right label; expected some to evaluate by (--labels names the field)");
        }
    }

    /** Documents with a right label. */
    public int size() {
        return table.rows();
    }

    /**
     * All measures, the main one first.
     *
     * @param topK how many labels were asked for, or -1 for all
     */
    public List<MeasureValue> measures(int topK) {
        double[] first = IntStream.range(0, table.rows())
                .mapToDouble(row -> table.hits(row, 1))
                .toArray();
        List<MeasureValue> measures = new ArrayList<>();
        double accuracy =
                IntStream.range(0, first.length).mapToDouble(row -> first[row]).sum() / first.length;
        measures.add(MeasureValue.of(MAIN, accuracy, means.mean(first)));
        add("micro_f1", this::f1, measures);
        add("macro_f1", this::macroF1, measures);
        addAt(1, "1", measures);
        if (topK != 1) {
            addAt(topK < 0 ? Integer.MAX_VALUE : topK, topK < 0 ? "all" : Integer.toString(topK), measures);
        }
        return measures;
    }

    private void addAt(int cutoff, String name, List<MeasureValue> measures) {
        add("precision@" + name, rows -> share(rows, cutoff, true), measures);
        add("recall@" + name, rows -> share(rows, cutoff, false), measures);
    }

    private void add(String name, ToDoubleFunction<int[]> statistic, List<MeasureValue> measures) {
        double value = statistic.applyAsDouble(IntStream.range(0, table.rows()).toArray());
        Interval interval = statistics.of(table.rows(), rows -> orZero(statistic.applyAsDouble(rows)));
        measures.add(MeasureValue.of(PROFILE + name, orZero(value), interval));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private double share(int[] rows, int cutoff, boolean ofGiven) {
        long hits = 0;
        long all = 0;
        for (int row : rows) {
            hits += table.hits(row, cutoff);
            all += ofGiven ? table.given(row, cutoff) : table.gold(row);
        }
        return (double) hits / all;
    }

    private double f1(int[] rows) {
        long hits = 0;
        long all = 0;
        for (int row : rows) {
            hits += table.hits(row, Integer.MAX_VALUE);
            all += table.given(row, Integer.MAX_VALUE) + table.gold(row);
        }
        return 2.0 * hits / all;
    }

    private double macroF1(int[] rows) {
        int labels = table.names().size();
        int[] right = new int[labels];
        int[] given = new int[labels];
        int[] hits = new int[labels];
        for (int row : rows) {
            table.count(row, right, given, hits);
        }
        double sum = 0;
        int met = 0;
        for (int label = 0; label < labels; label++) {
            if (right[label] + given[label] > 0) {
                sum += 2.0 * hits[label] / (right[label] + given[label]);
                met++;
            }
        }
        return sum / met;
    }

    /** Every label that is right or given somewhere, in the classifier's order, those it does not have last. */
    public List<LabelScore> labels() {
        List<LabelScore> scores = new ArrayList<>();
        List<TokenIds> rowsByLabel = table.rowsByLabel();
        for (int label = 0; label < rowsByLabel.size(); label++) {
            TokenIds rows = rowsByLabel.get(label);
            if (rows.size() > 0) {
                scores.add(score(label, rows));
            }
        }
        return scores;
    }

    private LabelScore score(int label, TokenIds rows) {
        boolean[] right = new boolean[rows.size()];
        boolean[] given = new boolean[rows.size()];
        int[] counts = new int[3];
        for (int i = 0; i < right.length; i++) {
            right[i] = table.isRight(rows.get(i), label);
            given[i] = table.isGiven(rows.get(i), label);
            counts[0] += right[i] ? 1 : 0;
            counts[1] += given[i] ? 1 : 0;
            counts[2] += right[i] && given[i] ? 1 : 0;
        }
        Interval interval = statistics.of(right.length, drawn -> f1(drawn, right, given));
        return new LabelScore(table.names().get(label), counts[0], counts[1], counts[2], interval);
    }

    private static double f1(int[] rows, boolean[] right, boolean[] given) {
        int hits = 0;
        int all = 0;
        for (int row : rows) {
            hits += right[row] && given[row] ? 1 : 0;
            all += (right[row] ? 1 : 0) + (given[row] ? 1 : 0);
        }
        return 2.0 * hits / all;
    }

    /** What a reader should know: right labels that the classifier does not have, documents that have none. */
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        List<String> unknown = table.unknown();
        if (!unknown.isEmpty()) {
            warnings.add(new Warning(
                    "label-unknown-to-classifier",
                    unknown.size(),
                    "right labels that the classifier does not have, so that it always misses them: "
                            + String.join(", ", unknown.subList(0, Math.min(EXAMPLES, unknown.size())))));
        }
        if (table.unjudged() > 0) {
            warnings.add(new Warning(
                    "document-without-label",
                    table.unjudged(),
                    "documents that have no right label and are not scored"));
        }
        return warnings;
    }
}
