package dev.embeam.transform.embed;

import dev.embeam.fasttext.WordPooling;
import dev.embeam.fasttext.document.DocumentSettings;
import dev.embeam.schema.DocumentBatch;
import java.util.Map;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PDone;

/**
 * Counts how often the words of a fastText model occur in a collection, and writes a file of counts for {@link ModelSource#withDocuments}.
 *
 * <pre>{@code
 * documents.apply("Count words", CountWords.of(model, "vectors/word-counts.tsv"));
 * }</pre>
 */
public final class CountWords extends PTransform<PCollection<DocumentBatch>, PDone> {
    private static final long serialVersionUID = 1L;

    private final ModelSource source;
    private final String path;

    private CountWords(ModelSource source, String path) {
        this.source = source;
        this.path = path;
    }

    /**
     * With the words that this model knows, cut by its segmenter.
     *
     * @param path of the file, on any of Beam's file systems
     */
    public static CountWords of(ModelSource source, String path) {
        DocumentSettings counting =
                DocumentSettings.defaults().withSegmenter(source.documents().segmenter());
        return new CountWords(source.withDocuments(counting.withPooling(WordPooling.Kind.MEAN_OF_NORMALIZED)), path);
    }

    @Override
    public PDone expand(PCollection<DocumentBatch> documents) {
        PCollectionView<Map<Integer, Long>> counts = documents
                .apply("Cut into words", Tokenize.of(source))
                .apply("Count words of batches", ParDo.of(new CountWordsFn(source)))
                .apply("Add up", Sum.longsPerKey())
                .apply("All counts", View.asMap());
        documents
                .getPipeline()
                .apply("Where to", Create.of(path))
                .apply(
                        "Write counts",
                        ParDo.of(new WriteWordCountsFn(source, counts)).withSideInputs(counts));
        return PDone.in(documents.getPipeline());
    }
}
