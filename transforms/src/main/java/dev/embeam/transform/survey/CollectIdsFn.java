package dev.embeam.transform.survey;

import dev.embeam.identity.IdCollector;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.IdBlock;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Gives the ids of all documents by partition, in large blocks; no file has been written, so rows mean nothing. */
final class CollectIdsFn extends DoFn<DocumentBatch, KV<Integer, IdBlock>> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable IdCollector ids;
    private transient @Nullable List<KV<Integer, IdBlock>> blocks;

    /** Starts anew. */
    @StartBundle
    public void startBundle() {
        List<KV<Integer, IdBlock>> pending = new ArrayList<>();
        blocks = pending;
        ids = new IdCollector(IdBlock.Kind.WRITTEN, "", (partition, block) -> pending.add(KV.of(partition, block)));
    }

    /** Collects the ids of one batch. */
    @ProcessElement
    public void process(@Element DocumentBatch batch, OutputReceiver<KV<Integer, IdBlock>> out) {
        if (ids != null && blocks != null) {
            ids.append(batch.keys());
            blocks.forEach(out::output);
            blocks.clear();
        }
    }

    /** Gives what is left. */
    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
        if (ids != null && blocks != null) {
            ids.flush();
            blocks.forEach(block -> context.output(block, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
        }
    }
}
