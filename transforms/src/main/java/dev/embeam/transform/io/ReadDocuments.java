package dev.embeam.transform.io;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.coder.DocumentBatchCoder;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads a collection of documents from files of JSON lines, CSV, TSV, Parquet or plain lines, plain or compressed.
 *
 * <p>Output: batches of at most 512 documents of one file, of about 512 Ki code units of text, with the records met beside
 * them that cannot be used ({@link dev.embeam.schema.DocumentKeys#failures}). Reading stops with a
 * {@link dev.embeam.collection.TooManyFailuresException} when one reader alone has met more failures than the settings let
 * pass; the failures of all readers together are for the end of the pipeline to judge.
 *
 * <p>Each record of each file is given once, with its position in the file, however a runner splits the input. Batches may
 * be cut elsewhere in another run. Memory does not grow with files or collection: a reader holds a batch, the longest record
 * and, of a Parquet file, the wanted columns of a row group as stored.
 *
 * <p>Counters: {@code documents_read}, {@code records_failed}.
 *
 * <pre>{@code
 * MatchedFiles files = MatchedFiles.match("docs/*.jsonl.gz", ReadSettings.defaults());
 * PCollection<DocumentBatch> documents = pipeline.apply("Read documents", ReadDocuments.of(files));
 * }</pre>
 */
public final class ReadDocuments extends PTransform<PBegin, PCollection<DocumentBatch>> {
    private static final long serialVersionUID = 1L;

    private final DocumentSource source;
    private final int workers;

    private ReadDocuments(DocumentSource source, int workers) {
        this.source = source;
        this.workers = workers;
    }

    /** Reads these files; each document stays with the worker that read it. */
    public static ReadDocuments of(MatchedFiles files) {
        return new ReadDocuments(new DocumentSource(files.settings(), files.parts()), 1);
    }

    /**
     * With documents spread over this many workers where the files alone cannot occupy them: where a part that cannot be
     * cut, such as a compressed file, holds much more than a worker's share. Batches then go from worker to worker once.
     */
    public ReadDocuments withWorkers(int newWorkers) {
        return new ReadDocuments(source, newWorkers);
    }

    @Override
    public PCollection<DocumentBatch> expand(PBegin input) {
        PCollection<DocumentBatch> read = input.apply("Read files", Read.from(source))
                .apply("Count", ParDo.of(new CountFn()))
                .setCoder(DocumentBatchCoder.of());
        return source.occupies(workers) ? read : read.apply("Spread over workers", Reshuffle.viaRandomKey());
    }
}
