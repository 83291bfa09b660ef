package dev.embeam.transform.sink;

import dev.embeam.identity.DuplicateRow;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.coder.FailedRecordCoder;
import dev.embeam.schema.coder.IdBlockCoder;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.util.SerializableSupplier;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Writes vectors to Parquet files and publishes them with a manifest, whole or not at all.
 *
 * <p>Input: vectors, with the records that failed beside their documents. Output: the output folder, once it is published.
 *
 * <p>Batches go into temporary files where they are; vectors never cross a shuffle. Hashes of ids do, 32 bytes a document in
 * large elements, to find ids that occur more than once: the document that stands first (by input file and position)
 * stays, every other becomes a failed record, and only the files that hold such rows are written again. When more records
 * failed than the settings allow, the job fails with a {@link FailureLimitException} that names the first.
 *
 * <p>With int8 and no calibration given, files are first written in float32 with the ranges of their columns, and written
 * again when the ranges of the whole collection are known. The outcome does not depend on how the collection was split;
 * until the run ends it takes the disk space of the float32 vectors.
 *
 * <p>{@code data/part-*.parquet} never holds a file that is not whole, and {@code manifest.json} is written last. A run that
 * crashed leaves no manifest, and its left-overs are cleared by the next run over the same folder.
 */
public final class WriteEmbeddings extends PTransform<PCollection<EmbeddingBatch>, PCollection<String>> {
    private static final long serialVersionUID = 1L;

    private final WriteSettings settings;
    private final SerializableSupplier<String> kernel;

    private WriteEmbeddings(WriteSettings settings, SerializableSupplier<String> kernel) {
        this.settings = settings;
        this.kernel = kernel;
    }

    /**
     * Writes with these settings.
     *
     * @param kernel says which arithmetic runs; asked on the workers, and noted in the manifest
     */
    public static WriteEmbeddings of(WriteSettings settings, SerializableSupplier<String> kernel) {
        return new WriteEmbeddings(settings, kernel);
    }

    @Override
    public PCollection<String> expand(PCollection<EmbeddingBatch> embeddings) {
        PCollectionTuple first = embeddings.apply(
                "Write files",
                ParDo.of(new WriteFilesFn(settings, kernel))
                        .withOutputTags(
                                WriteFilesFn.FILES,
                                TupleTagList.of(WriteFilesFn.IDS).and(WriteFilesFn.FAILURES)));
        PCollection<WrittenFile> files = first.get(WriteFilesFn.FILES).setCoder(SinkCoders.WRITTEN_FILE);
        List<PCollectionView<Calibration>> calibration =
                settings.calibratesItself() ? List.of(calibration(files)) : List.of();
        PCollectionTuple finished = finish(files, duplicates(first.get(WriteFilesFn.IDS)), calibration);
        PCollection<FailedRecord> failures = PCollectionList.of(
                        first.get(WriteFilesFn.FAILURES).setCoder(FailedRecordCoder.of()))
                .and(finished.get(FinishFilesFn.FAILURES).setCoder(FailedRecordCoder.of()))
                .apply("All failures", Flatten.pCollections());
        return publish(finished.get(FinishFilesFn.FILES).setCoder(SinkCoders.WRITTEN_FILE), sorted(failures));
    }

    private static PCollectionView<Calibration> calibration(PCollection<WrittenFile> files) {
        return files.apply(
                        "Ranges of each file",
                        MapElements.into(TypeDescriptor.of(Calibration.class)).via(WrittenFile::ranges))
                .setCoder(SinkCoders.CALIBRATION)
                .apply("Ranges of all files", Combine.globally(new UnionFn()).asSingletonView());
    }

    private static PCollection<KV<String, List<DuplicateRow>>> duplicates(PCollection<KV<Integer, IdBlock>> ids) {
        return ids.setCoder(KvCoder.of(VarIntCoder.of(), IdBlockCoder.of()))
                .apply("Group ids", GroupByKey.create())
                .apply("Find duplicate ids", ParDo.of(new FindDuplicatesFn()))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), ListCoder.of(SinkCoders.DUPLICATE_ROW)));
    }

    private PCollectionTuple finish(
            PCollection<WrittenFile> files,
            PCollection<KV<String, List<DuplicateRow>>> duplicates,
            List<PCollectionView<Calibration>> calibration) {
        PCollection<KV<String, WrittenFile>> byPath = files.apply(
                        "Files by path", WithKeys.of(WrittenFile::path).withKeyType(TypeDescriptor.of(String.class)))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), SinkCoders.WRITTEN_FILE));
        return KeyedPCollectionTuple.of(FinishFilesFn.FIRST_FILES, byPath)
                .and(FinishFilesFn.DUPLICATES, duplicates)
                .apply("Join files and duplicates", CoGroupByKey.create())
                .apply(
                        "Finish files",
                        ParDo.of(new FinishFilesFn(settings, calibration))
                                .withSideInputs(calibration)
                                .withOutputTags(FinishFilesFn.FILES, TupleTagList.of(FinishFilesFn.FAILURES)));
    }

    private PCollection<FailureSummary> sorted(PCollection<FailedRecord> failures) {
        return failures.apply("One key for failures", WithKeys.of(0))
                .setCoder(KvCoder.of(VarIntCoder.of(), FailedRecordCoder.of()))
                .apply("Group failures", GroupByKey.create())
                .apply("Sort failures", ParDo.of(new SortFailuresFn(settings)))
                .setCoder(SinkCoders.FAILURE_SUMMARY);
    }

    private PCollection<String> publish(PCollection<WrittenFile> files, PCollection<FailureSummary> failures) {
        PCollection<KV<Integer, Integer>> start = files.getPipeline()
                .apply("Start", Create.of(KV.of(0, 0)).withCoder(KvCoder.of(VarIntCoder.of(), VarIntCoder.of())));
        return KeyedPCollectionTuple.of(PublishFn.START, start)
                .and(
                        PublishFn.FILES,
                        files.apply("One key for files", WithKeys.of(0))
                                .setCoder(KvCoder.of(VarIntCoder.of(), SinkCoders.WRITTEN_FILE)))
                .and(
                        PublishFn.FAILURES,
                        failures.apply("One key for sorted failures", WithKeys.of(0))
                                .setCoder(KvCoder.of(VarIntCoder.of(), SinkCoders.FAILURE_SUMMARY)))
                .apply("Join files and failures", CoGroupByKey.create())
                .apply("Publish", ParDo.of(new PublishFn(settings)))
                .setCoder(StringUtf8Coder.of());
    }

    /** Ranges of two collections into those of both. */
    private static final class UnionFn extends Combine.BinaryCombineFn<Calibration> {
        private static final long serialVersionUID = 1L;

        @Override
        public Calibration apply(Calibration left, Calibration right) {
            return left.union(right);
        }

        @Override
        public Calibration identity() {
            return Calibration.NONE;
        }
    }
}
