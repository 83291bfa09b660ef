package dev.embeam.transform.sink;

import dev.embeam.schema.PredictionBatch;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes predictions to Parquet files or JSON lines and publishes them with a manifest, whole or not at all, as {@link
 * WriteEmbeddings} does with vectors: of documents with the same id the first stays and every other becomes a failed record,
 * {@code data/part-*} never holds a file that is not whole, and {@code manifest.json} is written last.
 *
 * <p>Input: predictions, with the records that failed beside their documents. Output: the output folder, once published.
 */
public final class WritePredictions extends PTransform<PCollection<PredictionBatch>, PCollection<String>> {
    private static final long serialVersionUID = 1L;

    private final PredictionFiles files;
    private final List<PCollection<SideFile>> besides;

    private WritePredictions(PredictionFiles files, List<PCollection<SideFile>> besides) {
        this.files = files;
        this.besides = List.copyOf(besides);
    }

    /** Writes with these settings. */
    public static WritePredictions of(PredictionSettings settings) {
        return new WritePredictions(new PredictionFiles(settings), List.of());
    }

    /**
     * The same with files beside the predictions that are made of all parts, gathered at one worker, where there is any.
     *
     * @param parts few and small, in any order
     * @param lines the lines of each file, by its name
     */
    public <T> WritePredictions withReport(
            PCollection<T> parts, SerializableFunction<Iterable<T>, Map<String, List<String>>> lines) {
        Coder<T> coder = parts.getCoder();
        PCollection<SideFile> written = parts.apply("One key for parts", WithKeys.of(0))
                .setCoder(KvCoder.of(VarIntCoder.of(), coder))
                .apply("Gather parts", GroupByKey.create())
                .apply("Write report", ParDo.of(new WriteReportFn<>(files.run(), lines)))
                .setCoder(SerializableCoder.of(SideFile.class));
        return new WritePredictions(files, List.of(written));
    }

    @Override
    public PCollection<String> expand(PCollection<PredictionBatch> predictions) {
        return predictions.apply("Write", new WriteDocuments<>(files, besides));
    }
}
