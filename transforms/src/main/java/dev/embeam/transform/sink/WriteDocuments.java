package dev.embeam.transform.sink;

import dev.embeam.identity.DuplicateRow;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.coder.FailedRecordCoder;
import dev.embeam.schema.coder.IdBlockCoder;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
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
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Writes documents to files and publishes them with a manifest, whole or not at all; {@link WriteEmbeddings} and {@link
 * WritePredictions} say what that means.
 *
 * @param <T> a batch of documents
 */
final class WriteDocuments<T> extends PTransform<PCollection<T>, PCollection<String>> {
    private static final long serialVersionUID = 1L;

    private final DocumentFiles<T> kind;
    private final List<PCollection<SideFile>> besides;

    /**
     * Writes files of this kind.
     *
     * @param besides files to publish with them
     */
    WriteDocuments(DocumentFiles<T> kind, List<PCollection<SideFile>> besides) {
        this.kind = kind;
        this.besides = List.copyOf(besides);
    }

    @Override
    public PCollection<String> expand(PCollection<T> documents) {
        PCollectionTuple first = documents.apply(
                "Write files",
                ParDo.of(new WriteFilesFn<>(kind))
                        .withOutputTags(
                                WriteFilesFn.FILES,
                                TupleTagList.of(WriteFilesFn.IDS).and(WriteFilesFn.FAILURES)));
        PCollection<WrittenFile> files = first.get(WriteFilesFn.FILES).setCoder(SinkCoders.WRITTEN_FILE);
        List<PCollectionView<Calibration>> calibration = kind.needsRanges() ? List.of(calibration(files)) : List.of();
        PCollectionTuple finished = finish(kind, files, duplicates(first.get(WriteFilesFn.IDS)), calibration);
        PCollection<FailedRecord> failures = PCollectionList.of(
                        first.get(WriteFilesFn.FAILURES).setCoder(FailedRecordCoder.of()))
                .and(finished.get(FinishFilesFn.FAILURES).setCoder(FailedRecordCoder.of()))
                .apply("All failures", Flatten.pCollections());
        return publish(
                finished.get(FinishFilesFn.FILES).setCoder(SinkCoders.WRITTEN_FILE), sorted(kind.run(), failures));
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

    /** Drops rows of written files. */
    static PCollectionTuple finish(
            DocumentFiles<?> kind,
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
                        ParDo.of(new FinishFilesFn(kind, calibration))
                                .withSideInputs(calibration)
                                .withOutputTags(FinishFilesFn.FILES, TupleTagList.of(FinishFilesFn.FAILURES)));
    }

    /** Puts all failures into one file. */
    static PCollection<FailureSummary> sorted(OutputRun run, PCollection<FailedRecord> failures) {
        return failures.apply("One key for failures", WithKeys.of(0))
                .setCoder(KvCoder.of(VarIntCoder.of(), FailedRecordCoder.of()))
                .apply("Group failures", GroupByKey.create())
                .apply("Sort failures", ParDo.of(new SortFailuresFn(run)))
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
                .and(PublishFn.BESIDES, keyedBesides(files.getPipeline()))
                .apply("Join files and failures", CoGroupByKey.create())
                .apply("Publish", ParDo.of(new PublishFn(kind)))
                .setCoder(StringUtf8Coder.of());
    }

    private PCollection<KV<Integer, SideFile>> keyedBesides(Pipeline pipeline) {
        Coder<SideFile> coder = SerializableCoder.of(SideFile.class);
        PCollectionList<SideFile> all = PCollectionList.<SideFile>empty(pipeline)
                .and(pipeline.apply("No file besides", Create.empty(coder)))
                .and(besides);
        return all.apply("All files besides", Flatten.pCollections())
                .setCoder(coder)
                .apply("One key for files besides", WithKeys.of(0))
                .setCoder(KvCoder.of(VarIntCoder.of(), coder));
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
