package dev.embeam.classify;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Two stages: documents that the first one's {@link Gate} stops keep the first one's labels without the positive one;
 * those that pass get the labels of the second. Labels are numbered as the first stage does, then those that only the second
 * knows; names with and without fastText's prefix are the same label.
 */
public final class Cascade implements DocumentClassifier {
    static final byte FIRST = 1;
    static final byte SECOND = 2;

    private final LabelStage first;
    private final Gate gate;
    private final LabelStage second;
    private final Output output;
    private final boolean asksAlways;
    private final List<String> labels;
    private final int[] numbers;
    private final Predictions firsts = new Predictions();
    private final Predictions passed = new Predictions();
    private final Predictions stopped = new Predictions();
    private final Predictions merged = new Predictions();

    /**
     * A cascade.
     *
     * @param first has to list all labels, so that it lists the positive one
     * @param output what is listed of the first stage's labels
     * @param asksAlways whether the second stage is asked about all documents, to know what the gate loses; the labels given
     *     are the same
     */
    public Cascade(LabelStage first, Gate gate, LabelStage second, Output output, boolean asksAlways) {
        this.first = first;
        this.gate = gate;
        this.second = second;
        this.output = output;
        this.asksAlways = asksAlways;
        List<String> all = new ArrayList<>(first.labels());
        LabelNames names = LabelNames.of(all);
        numbers = new int[second.labels().size()];
        for (int label = 0; label < numbers.length; label++) {
            int known = names.find(second.labels().get(label));
            numbers[label] = known == LabelNames.NONE ? all.size() : known;
            if (known == LabelNames.NONE) {
                all.add(second.labels().get(label));
            }
        }
        labels = List.copyOf(all);
    }

    /**
     * What is listed of the labels of a document that the first stage decided.
     *
     * @param topK how many at most; -1 for all
     * @param threshold the least probability
     */
    public record Output(int topK, float threshold) {}

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Classified classify(DocumentKeys keys, TextColumn texts) {
        long start = System.nanoTime();
        firsts.clear();
        first.classify(texts, firsts);
        long decided = System.nanoTime();
        BitSet passing = new BitSet();
        for (int i = 0; i < texts.size(); i++) {
            passing.set(i, gate.passes(firsts.probability(i, gate.label())));
        }
        long passedNanos = ask(texts, passing, passed);
        BitSet others = new BitSet();
        if (asksAlways) {
            others.set(0, texts.size());
            others.andNot(passing);
        }
        long stoppedNanos = ask(texts, others, stopped);
        byte[] stages = merge(texts.size(), passing);
        byte[] verdicts = verdicts(texts.size(), passing);
        return new Classified(
                merged.batch(keys, stages), new StageWork(verdicts, decided - start, passedNanos, stoppedNanos));
    }

    private long ask(TextColumn texts, BitSet which, Predictions out) {
        long start = System.nanoTime();
        out.clear();
        if (!which.isEmpty()) {
            TextColumnBuilder chosen = new TextColumnBuilder();
            which.stream()
                    .forEach(i -> chosen.append(
                            texts.chars(), texts.offsets()[i], texts.offsets()[i + 1] - texts.offsets()[i]));
            second.classify(chosen.build(), out);
        }
        return System.nanoTime() - start;
    }

    private byte[] merge(int documents, BitSet passing) {
        byte[] stages = new byte[documents];
        merged.clear();
        int next = 0;
        for (int i = 0; i < documents; i++) {
            stages[i] = passing.get(i) ? SECOND : FIRST;
            if (passing.get(i)) {
                for (int at = passed.from(next); at < passed.to(next); at++) {
                    merged.add(numbers[passed.label(at)], passed.probability(at));
                }
                next++;
            } else {
                mergeStopped(i);
            }
            merged.endDocument();
        }
        return stages;
    }

    private void mergeStopped(int document) {
        int listed = 0;
        for (int at = firsts.from(document); at < firsts.to(document) && listed != output.topK(); at++) {
            if (firsts.label(at) != gate.label() && firsts.probability(at) >= output.threshold()) {
                merged.add(firsts.label(at), firsts.probability(at));
                listed++;
            }
        }
    }

    private byte[] verdicts(int documents, BitSet passing) {
        byte[] verdicts = new byte[documents];
        int nextPassed = 0;
        int nextStopped = 0;
        for (int i = 0; i < documents; i++) {
            if (passing.get(i)) {
                verdicts[i] = (byte) (StageWork.PASSED | StageWork.ASKED | positive(passed, nextPassed++));
            } else if (asksAlways) {
                verdicts[i] = (byte) (StageWork.ASKED | positive(stopped, nextStopped++));
            }
        }
        return verdicts;
    }

    private int positive(Predictions predictions, int document) {
        int at = predictions.from(document);
        boolean positive = at < predictions.to(document) && numbers[predictions.label(at)] == gate.label();
        return positive ? StageWork.POSITIVE : 0;
    }
}
