package dev.embeam.transform.io;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.coder.DocumentBatchCoder;
import dev.embeam.schema.coder.FailedRecordCoder;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads a collection of documents from files of JSON lines, CSV, TSV, Parquet or plain lines, plain or compressed.
 *
 * <p>Outputs: {@link Result#documents}, batches of at most 512 documents of one file, and about 512 Ki code units,
 * without failures; and {@link Result#failures}, what cannot be used of the files, one element a record. Reading stops with
 * a {@link dev.embeam.collection.TooManyFailuresException} when one reader alone has met more failures than the settings let
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
 * ReadDocuments.Result read = pipeline.apply("Read documents", ReadDocuments.of(files));
 * }</pre>
 */
public final class ReadDocuments extends PTransform<PBegin, ReadDocuments.Result> {
    private static final long serialVersionUID = 1L;

    private final DocumentSource source;

    private ReadDocuments(DocumentSource source) {
        this.source = source;
    }

    /** Reads these files. */
    public static ReadDocuments of(MatchedFiles files) {
        return new ReadDocuments(new DocumentSource(files.settings(), files.parts()));
    }

    @Override
    public Result expand(PBegin input) {
        TupleTag<DocumentBatch> documents = new TupleTag<>("documents") {};
        TupleTag<FailedRecord> failures = new TupleTag<>("failures") {};
        PCollectionTuple outputs = input.apply("Read files", Read.from(source))
                .apply(
                        "Separate failures",
                        ParDo.of(new SeparateFailuresFn(documents, failures))
                                .withOutputTags(documents, TupleTagList.of(failures)));
        outputs.get(documents).setCoder(DocumentBatchCoder.of());
        outputs.get(failures).setCoder(FailedRecordCoder.of());
        return new Result(outputs, documents, failures);
    }

    /** What was read. */
    public static final class Result implements POutput {
        private final PCollectionTuple outputs;
        private final TupleTag<DocumentBatch> documents;
        private final TupleTag<FailedRecord> failures;

        private Result(PCollectionTuple outputs, TupleTag<DocumentBatch> documents, TupleTag<FailedRecord> failures) {
            this.outputs = outputs;
            this.documents = documents;
            this.failures = failures;
        }

        /** The documents, in batches whose list of failures is empty. */
        public PCollection<DocumentBatch> documents() {
            return outputs.get(documents);
        }

        /** The records that are no documents. */
        public PCollection<FailedRecord> failures() {
            return outputs.get(failures);
        }

        @Override
        public Pipeline getPipeline() {
            return outputs.getPipeline();
        }

        @Override
        public Map<TupleTag<?>, PValue> expand() {
            return outputs.expand();
        }

        @Override
        public void finishSpecifyingOutput(String transformName, PInput input, PTransform<?, ?> transform) {
            // The tuple's collections have been specified already.
        }
    }
}
