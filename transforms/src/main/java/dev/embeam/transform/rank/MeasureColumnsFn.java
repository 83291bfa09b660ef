package dev.embeam.transform.rank;

import dev.embeam.precision.ColumnRanges;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.VariantBatch;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/** The ranges of the columns of a bundle's vectors, by encoder. */
final class MeasureColumnsFn extends DoFn<VariantBatch, KV<Integer, Calibration>> {
    private static final long serialVersionUID = 1L;

    private transient Map<Integer, ColumnRanges> ranges = Map.of();

    @StartBundle
    public void startBundle() {
        ranges = new TreeMap<>();
    }

    @ProcessElement
    public void process(@Element VariantBatch batch) {
        ranges.computeIfAbsent(
                        batch.variant(),
                        variant -> new ColumnRanges(batch.batch().dim()))
                .add(batch.batch().vectors(), batch.batch().size());
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
        ranges.forEach((variant, found) -> {
            if (found.calibration().dim() > 0) {
                context.output(
                        KV.of(variant, found.calibration()), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
            }
        });
    }
}
