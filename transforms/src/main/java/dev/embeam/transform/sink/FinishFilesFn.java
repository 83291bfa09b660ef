package dev.embeam.transform.sink;

import dev.embeam.identity.DuplicateRow;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Rewrites the files that have rows to drop, and all files when int8 had to wait for its calibration. Other files pass
 * untouched. The old file stays until the run is published, so that another attempt finds it.
 */
final class FinishFilesFn extends DoFn<KV<String, CoGbkResult>, WrittenFile> {
    private static final long serialVersionUID = 1L;

    static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
    static final TupleTag<FailedRecord> FAILURES = new TupleTag<>() {};
    static final TupleTag<WrittenFile> FIRST_FILES = new TupleTag<>() {};
    static final TupleTag<List<DuplicateRow>> DUPLICATES = new TupleTag<>() {};

    private final DocumentFiles<?> files;
    private final List<PCollectionView<Calibration>> calibration;

    /** The calibration is one view where int8 waits for it, and none otherwise. */
    FinishFilesFn(DocumentFiles<?> files, List<PCollectionView<Calibration>> calibration) {
        this.files = files;
        this.calibration = calibration;
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
        CoGbkResult joined = context.element().getValue();
        WrittenFile file = joined.getOnly(FIRST_FILES);
        Map<Integer, DuplicateRow> duplicates = new HashMap<>();
        for (List<DuplicateRow> rows : joined.getAll(DUPLICATES)) {
            rows.forEach(row -> duplicates.put(row.row(), row));
        }
        // An attempt after the end finds no temporary files any more, and nothing left to do.
        if ((duplicates.isEmpty() && !files.needsRanges())
                || files.run().folder().isPublishedBy(files.run().runId())) {
            context.output(file);
            return;
        }
        BitSet dropped = new BitSet();
        duplicates.keySet().forEach(dropped::set);
        try {
            context.output(files.rewrite(
                    file,
                    ranges(context),
                    dropped,
                    (row, id) -> context.output(FAILURES, failure(Objects.requireNonNull(duplicates.get(row)), id))));
        } catch (IOException e) {
            throw new WriteFailedException(files.run(), e);
        }
    }

    private Calibration ranges(ProcessContext context) {
        return calibration.isEmpty() ? Calibration.NONE : context.sideInput(calibration.get(0));
    }

    static FailedRecord failure(DuplicateRow row, String id) {
        return new FailedRecord(
                row.source(),
                row.position(),
                0,
                id,
                FailureReason.DUPLICATE_ID,
                "the id stands at offset " + row.firstPosition() + " of " + row.firstSource() + " already",
                "an id of its own");
    }
}
