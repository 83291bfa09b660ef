package dev.embeam.classify;

import dev.embeam.schema.CascadeReport;
import dev.embeam.schema.CascadeReport.Measure;
import dev.embeam.schema.Interval;
import dev.embeam.statistic.Bootstrap;
import dev.embeam.tokenizer.TokenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the first stage of a cascade saved and lost. A document is found if it passes the gate and the second stage gives it
 * the positive label first; the second stage alone finds what it gives that label, gate or no gate.
 *
 * <p>Measures over the documents whose right labels are known and about which the second stage was asked: {@code dropped} is
 * the share of all that the gate stops; {@code gateRecall} the share of the positive ones that pass; {@code recall}, {@code
 * precision} and {@code f1} are the cascade's, and with {@code Alone} behind the name the second stage's; {@code recallLost}
 * is {@code recallAlone - recall}.
 */
public final class CascadeScores {
    /** Beside the verdicts of {@link StageWork}: the positive label is right. */
    private static final int RIGHT = 8;

    private static final double NANOS = 1e9;

    private final Bootstrap bootstrap;
    private final TokenIds marks = new TokenIds();
    private long documents;
    private long passed;
    private long firstNanos;
    private long passedNanos;
    private long stoppedNanos;
    private long asked;

    /** Of these documents, in order. */
    public CascadeScores(List<JudgedDocuments> parts, int positive, Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
        parts.forEach(part -> add(part, positive));
    }

    private void add(JudgedDocuments part, int positive) {
        StageWork work = part.work();
        firstNanos += work.firstNanos();
        passedNanos += work.passedNanos();
        stoppedNanos += work.stoppedNanos();
        for (int i = 0; i < work.verdicts().length; i++) {
            int verdict = work.verdicts()[i];
            documents++;
            passed += verdict & StageWork.PASSED;
            asked += (verdict & StageWork.ASKED) != 0 ? 1 : 0;
            if (i < part.gold().documents() && part.gold().isKnown(i) && (verdict & StageWork.ASKED) != 0) {
                marks.add(verdict | (part.gold().has(i, positive) ? RIGHT : 0));
            }
        }
    }

    /** The part of a report. */
    public CascadeReport.Part part(String name) {
        int[] all = IntStream.range(0, marks.size()).toArray();
        return new CascadeReport.Part(
                name, documents, passed, marks.size(), count(all, RIGHT), measures(all), seconds());
    }

    private List<Measure> measures(int[] all) {
        List<Measure> measures = new ArrayList<>();
        int found = StageWork.PASSED | StageWork.POSITIVE;
        add("dropped", rows -> 1 - (double) count(rows, StageWork.PASSED) / rows.length, all, measures);
        add("gateRecall", rows -> share(rows, RIGHT | StageWork.PASSED, RIGHT), all, measures);
        add("recall", rows -> share(rows, RIGHT | found, RIGHT), all, measures);
        add("recallAlone", rows -> share(rows, RIGHT | StageWork.POSITIVE, RIGHT), all, measures);
        add(
                "recallLost",
                rows -> share(rows, RIGHT | StageWork.POSITIVE, RIGHT) - share(rows, RIGHT | found, RIGHT),
                all,
                measures);
        add("precision", rows -> share(rows, RIGHT | found, found), all, measures);
        add("precisionAlone", rows -> share(rows, RIGHT | StageWork.POSITIVE, StageWork.POSITIVE), all, measures);
        add("f1", rows -> f1(rows, found), all, measures);
        add("f1Alone", rows -> f1(rows, StageWork.POSITIVE), all, measures);
        return measures;
    }

    /** A measure that is not defined for the rows themselves is left out. */
    private void add(String name, ToDoubleFunction<int[]> statistic, int[] all, List<Measure> measures) {
        double value = statistic.applyAsDouble(all);
        if (!Double.isNaN(value)) {
            Interval interval = bootstrap.of(all.length, statistic);
            measures.add(new Measure(name, value, interval.low(), interval.high()));
        }
    }

    private int count(int[] rows, int mask) {
        int count = 0;
        for (int row : rows) {
            count += (marks.get(row) & mask) == mask ? 1 : 0;
        }
        return count;
    }

    private double share(int[] rows, int mask, int of) {
        return (double) count(rows, mask) / count(rows, of);
    }

    private double f1(int[] rows, int found) {
        return 2.0 * count(rows, RIGHT | found) / (count(rows, RIGHT) + count(rows, found));
    }

    /**
     * {@code first} and {@code second} are what the stages took; {@code secondAlone} what the second stage would take for all
     * documents: measured where it was asked about all, otherwise reckoned from those that passed.
     */
    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new TreeMap<>();
        seconds.put("first", firstNanos / NANOS);
        seconds.put("second", passedNanos / NANOS);
        if (asked > 0) {
            seconds.put("secondAlone", (passedNanos + stoppedNanos) / NANOS * documents / asked);
        }
        return seconds;
    }
}
