package dev.embeam.transform.sink;

import dev.embeam.identity.ChangeCounts;
import dev.embeam.identity.IdCollector;
import dev.embeam.identity.StoredChange;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.coder.FailedRecordCoder;
import dev.embeam.schema.coder.IdBlockCoder;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.util.SerializableSupplier;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Makes the next snapshot of a table, at once or not at all: writes the vectors of new and changed documents into new files,
 * drops the stored rows of changed and deleted ones, and commits.
 *
 * <p>Input: vectors of the documents that the table does not hold yet, with the ids of those it holds and the records that
 * failed beside them. Output: the table's folder, once the snapshot is committed.
 *
 * <p>Only hashes of ids cross a shuffle, 32 bytes a document and 32 a stored row; no text does, and no vector. Of documents
 * with the same id the first by input file and position counts and every other becomes a failed record, as in
 * {@link WriteEmbeddings}; so a snapshot holds the rows that encoding the same collection anew would give.
 *
 * <p>The job fails, and nothing is changed, with a {@link FailureLimitException}, a {@link DeletionLimitException} or a
 * {@link dev.embeam.snapshot.ConcurrentChangeException}.
 */
public final class WriteSnapshot extends PTransform<PCollection<EmbeddingBatch>, PCollection<String>> {
    private static final long serialVersionUID = 1L;
    private static final Coder<KV<Integer, IdBlock>> IDS = KvCoder.of(VarIntCoder.of(), IdBlockCoder.of());

    private final SnapshotSettings settings;
    private final EmbeddingFiles kind;
    private final transient PCollection<IdBlock> storedIds;

    private WriteSnapshot(SnapshotSettings settings, EmbeddingFiles kind, PCollection<IdBlock> storedIds) {
        this.settings = settings;
        this.kind = kind;
        this.storedIds = storedIds;
    }

    /**
     * Writes with these settings.
     *
     * @param kernel says which arithmetic runs; asked on the workers, and noted in the manifest
     * @param storedIds ids of all rows of the snapshot that the collection was compared with
     */
    public static WriteSnapshot of(
            SnapshotSettings settings, SerializableSupplier<String> kernel, PCollection<IdBlock> storedIds) {
        return new WriteSnapshot(settings, new EmbeddingFiles(settings.write(), kernel), storedIds);
    }

    @Override
    public PCollection<String> expand(PCollection<EmbeddingBatch> embeddings) {
        PCollectionTuple first = embeddings.apply(
                "Write files",
                ParDo.of(new WriteFilesFn<>(kind))
                        .withOutputTags(
                                WriteFilesFn.FILES,
                                TupleTagList.of(WriteFilesFn.IDS).and(WriteFilesFn.FAILURES)));
        PCollectionTuple joined = join(first.get(WriteFilesFn.IDS).setCoder(IDS));
        PCollectionTuple written = WriteDocuments.finish(
                kind,
                first.get(WriteFilesFn.FILES).setCoder(SinkCoders.WRITTEN_FILE),
                joined.get(JoinTableFn.DUPLICATES)
                        .setCoder(KvCoder.of(StringUtf8Coder.of(), ListCoder.of(SinkCoders.DUPLICATE_ROW))),
                List.of());
        PCollectionTuple stored = finishStored(joined.get(JoinTableFn.STORED));
        PCollection<FailedRecord> failures = flat(
                "All failures",
                FailedRecordCoder.of(),
                first.get(WriteFilesFn.FAILURES),
                written.get(FinishFilesFn.FAILURES),
                stored.get(FinishStoredFn.FAILURES));
        PCollection<WrittenFile> files = flat(
                "All files",
                SinkCoders.WRITTEN_FILE,
                written.get(FinishFilesFn.FILES),
                stored.get(FinishStoredFn.FILES));
        return commit(
                files,
                WriteDocuments.sorted(kind.run(), failures),
                joined.get(JoinTableFn.COUNTS).setCoder(SerializableCoder.of(ChangeCounts.class)),
                stored.get(FinishStoredFn.CHANGES).setCoder(SerializableCoder.of(FileChange.class)));
    }

    private PCollectionTuple join(PCollection<KV<Integer, IdBlock>> documents) {
        SerializableFunction<IdBlock, Integer> partition = IdCollector::partition;
        PCollection<KV<Integer, IdBlock>> stored = storedIds
                .apply("Partitions", WithKeys.of(partition).withKeyType(TypeDescriptors.integers()))
                .setCoder(IDS);
        return flat("All ids", IDS, documents, stored)
                .apply("Group ids", GroupByKey.create())
                .apply(
                        "Join with the table",
                        ParDo.of(new JoinTableFn(settings))
                                .withOutputTags(
                                        JoinTableFn.DUPLICATES,
                                        TupleTagList.of(JoinTableFn.STORED).and(JoinTableFn.COUNTS)));
    }

    private PCollectionTuple finishStored(PCollection<KV<String, StoredChange>> changes) {
        Coder<KV<String, StoredChange>> coder =
                KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(StoredChange.class));
        List<KV<String, StoredChange>> compacted = settings.compaction().rewritten().stream()
                .map(group -> KV.of(group, StoredChange.none(group)))
                .toList();
        PCollection<KV<String, StoredChange>> planned = changes.getPipeline()
                .apply("Files to compact", Create.of(compacted).withCoder(coder));
        return flat("All changes", coder, changes, planned)
                .apply("Changes by file", GroupByKey.create())
                .apply(
                        "Finish stored files",
                        ParDo.of(new FinishStoredFn(settings))
                                .withOutputTags(
                                        FinishStoredFn.CHANGES,
                                        TupleTagList.of(FinishStoredFn.FILES).and(FinishStoredFn.FAILURES)));
    }

    private PCollection<String> commit(
            PCollection<WrittenFile> files,
            PCollection<FailureSummary> failures,
            PCollection<ChangeCounts> counts,
            PCollection<FileChange> changes) {
        PCollection<KV<Integer, Integer>> start = files.getPipeline()
                .apply("Start", Create.of(KV.of(0, 0)).withCoder(KvCoder.of(VarIntCoder.of(), VarIntCoder.of())));
        return KeyedPCollectionTuple.of(CommitFn.START, start)
                .and(CommitFn.FILES, oneKey("files", files))
                .and(CommitFn.FAILURES, oneKey("sorted failures", failures))
                .and(CommitFn.COUNTS, oneKey("counts", counts))
                .and(CommitFn.CHANGES, oneKey("changes", changes))
                .apply("Gather", CoGroupByKey.create())
                .apply("Commit", ParDo.of(new CommitFn(settings)))
                .setCoder(StringUtf8Coder.of());
    }

    private static <T> PCollection<KV<Integer, T>> oneKey(String name, PCollection<T> all) {
        return all.apply("One key for " + name, WithKeys.of(0)).setCoder(KvCoder.of(VarIntCoder.of(), all.getCoder()));
    }

    @SafeVarargs
    private static <T> PCollection<T> flat(String name, Coder<T> coder, PCollection<T>... parts) {
        PCollectionList<T> list = PCollectionList.empty(parts[0].getPipeline());
        for (PCollection<T> part : parts) {
            list = list.and(part.setCoder(coder));
        }
        return list.apply(name, Flatten.pCollections()).setCoder(coder);
    }
}
