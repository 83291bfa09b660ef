package dev.embeam.transform.sink;

import dev.embeam.schema.EvaluationOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Scores all parts together and publishes the result. */
final class WriteEvaluationFn<T> extends DoFn<KV<Integer, CoGbkResult>, String> {
    private static final long serialVersionUID = 1L;

    private final ResultSettings settings;
    private final SerializableFunction<List<T>, EvaluationOutput> evaluate;
    private final TupleTag<T> tag;

    WriteEvaluationFn(
            ResultSettings settings, SerializableFunction<List<T>, EvaluationOutput> evaluate, TupleTag<T> tag) {
        this.settings = settings;
        this.evaluate = evaluate;
        this.tag = tag;
    }

    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> all, OutputReceiver<String> out) throws IOException {
        List<T> parts = new ArrayList<>();
        all.getValue().getAll(tag).forEach(parts::add);
        new ResultPublisher(settings).publish(evaluate.apply(parts));
        out.output(settings.output());
    }
}
