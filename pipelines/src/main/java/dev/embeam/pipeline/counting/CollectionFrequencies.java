package dev.embeam.pipeline.counting;

import dev.embeam.fasttext.document.DocumentSettings;
import dev.embeam.pipeline.launch.Job;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.transform.embed.CountWords;
import dev.embeam.transform.embed.ModelSource;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.values.PCollection;

/**
 * The frequencies of words in a collection, where a model is to weigh words by them: counted by a job of its own, as every
 * vector depends on all documents.
 */
public final class CollectionFrequencies {
    private CollectionFrequencies() {}

    /** Whether a model waits for frequencies of the collection. */
    public static boolean wanted(ModelSource source) {
        return source.documents().frequencies().equals(DocumentSettings.OF_COLLECTION);
    }

    /**
     * Counts the words of a collection.
     *
     * @param documents reads the collection in a pipeline
     * @param path of the file of counts
     * @return the model with these frequencies
     */
    public static ModelSource count(
            ModelSource source,
            PipelineOptions options,
            Function<Pipeline, PCollection<DocumentBatch>> documents,
            String path)
            throws JobFailedException {
        Pipeline pipeline = Pipeline.create(options);
        documents.apply(pipeline).apply("Count words", CountWords.of(source, path));
        Job.finish(pipeline);
        DocumentSettings counting = source.documents();
        return source.withDocuments(counting.withSif(counting.smoothing(), path));
    }
}
