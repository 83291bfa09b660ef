package dev.embeam.transform.sink;

import dev.embeam.identity.IdCollector;
import dev.embeam.progress.Progress;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.IdBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches into temporary files that end at the target size or with the bundle, and gives what failed beside the
 * documents to an output of its own: the first place of the job where it can branch without holding vectors back.
 *
 * @param <T> a batch
 */
final class WriteFilesFn<T> extends DoFn<T, WrittenFile> {
    private static final long serialVersionUID = 1L;

    static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
    static final TupleTag<KV<Integer, IdBlock>> IDS = new TupleTag<>() {};
    static final TupleTag<FailedRecord> FAILURES = new TupleTag<>() {};

    private final DocumentFiles<T> files;
    private transient @Nullable OpenFile<T> file;
    private transient @Nullable IdCollector ids;
    private transient @Nullable List<KV<Integer, IdBlock>> blocks;

    WriteFilesFn(DocumentFiles<T> files) {
        this.files = files;
    }

    @StartBundle
    public void startBundle() throws IOException {
        abandon();
    }

    @ProcessElement
    public void process(@Element T batch, MultiOutputReceiver out) throws IOException {
        DocumentKeys keys = files.keys(batch);
        keys.failures().forEach(out.get(FAILURES)::output);
        keys.seen().forEach(block -> out.get(IDS).output(KV.of(IdCollector.partition(block), block)));
        if (keys.size() == 0) {
            return;
        }
        try {
            write(batch, keys).ifPresent(out.get(FILES)::output);
        } catch (IOException e) {
            throw new WriteFailedException(files.run(), e);
        }
        drain().forEach(out.get(IDS)::output);
    }

    /** Gives the file if it is full now. */
    private Optional<WrittenFile> write(T batch, DocumentKeys keys) throws IOException {
        OpenFile<T> current = file == null ? open() : file;
        current.append(batch);
        collector().append(keys);
        Progress.of(files.run().runId()).addDocumentsWritten(keys.size());
        return current.size() >= files.targetFileBytes() ? Optional.of(finish(current)) : Optional.empty();
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws IOException {
        if (file != null) {
            context.output(FILES, finishLast(file), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
            for (KV<Integer, IdBlock> block : drain()) {
                context.output(IDS, block, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
            }
        }
    }

    @Teardown
    public void teardown() throws IOException {
        abandon();
    }

    private OpenFile<T> open() throws IOException {
        OpenFile<T> opened = files.create();
        List<KV<Integer, IdBlock>> pending = new ArrayList<>();
        file = opened;
        blocks = pending;
        ids = new IdCollector(
                IdBlock.Kind.WRITTEN, opened.path(), (partition, block) -> pending.add(KV.of(partition, block)));
        return opened;
    }

    private IdCollector collector() {
        if (ids == null) {
            throw new IllegalStateException("ids are collected while a file is open");
        }
        return ids;
    }

    private WrittenFile finish(OpenFile<T> current) throws IOException {
        collector().flush();
        WrittenFile written = current.finish();
        file = null;
        return written;
    }

    private WrittenFile finishLast(OpenFile<T> current) throws IOException {
        try {
            return finish(current);
        } catch (IOException e) {
            throw new WriteFailedException(files.run(), e);
        }
    }

    private List<KV<Integer, IdBlock>> drain() {
        if (blocks == null || blocks.isEmpty()) {
            return List.of();
        }
        List<KV<Integer, IdBlock>> drained = List.copyOf(blocks);
        blocks.clear();
        return drained;
    }

    /** A bundle that failed leaves its file open; nobody will ask for it again. */
    private void abandon() throws IOException {
        OpenFile<T> open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }
}
