package dev.embeam.transform.sink;

import dev.embeam.schema.EvaluationOutput;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Gathers all parts of an evaluation at one worker, has them scored, and writes {@code evaluation.json}, {@code scores.json}
 * and the files beside them, {@code manifest.json} last: whole or not at all. Gives the folder.
 *
 * <p>The parts have to be few and small, such as the best hits of each system; they may come in any order, and none at all
 * is a case for the function that scores them.
 *
 * @param <T> a part
 */
public final class WriteEvaluation<T> extends PTransform<PCollection<T>, PCollection<String>> {
    private static final long serialVersionUID = 1L;

    private final ResultSettings settings;
    private final SerializableFunction<List<T>, EvaluationOutput> evaluate;

    private WriteEvaluation(ResultSettings settings, SerializableFunction<List<T>, EvaluationOutput> evaluate) {
        this.settings = settings;
        this.evaluate = evaluate;
    }

    /** Writes what this function makes of the parts. */
    public static <T> WriteEvaluation<T> of(
            ResultSettings settings, SerializableFunction<List<T>, EvaluationOutput> evaluate) {
        return new WriteEvaluation<>(settings, evaluate);
    }

    @Override
    public PCollection<String> expand(PCollection<T> parts) {
        TupleTag<Integer> start = new TupleTag<>();
        TupleTag<T> tag = new TupleTag<>();
        PCollection<Integer> always = parts.getPipeline().apply("Start", Create.of(0));
        return KeyedPCollectionTuple.of(
                        start,
                        always.apply(
                                "Key start", WithKeys.<Integer, Integer>of(0).withKeyType(TypeDescriptors.integers())))
                .and(tag, parts.apply("Key parts", WithKeys.<Integer, T>of(0).withKeyType(TypeDescriptors.integers())))
                .apply("Gather", CoGroupByKey.create())
                .apply("Score and write", ParDo.of(new WriteEvaluationFn<>(settings, evaluate, tag)));
    }
}
