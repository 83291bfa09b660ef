package dev.embeam.transform.rank;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.VariantBatch;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Finds the smallest and the largest number of every column of a collection's vectors, for int8, and shows them to every
 * worker: a {@link Calibration} by the number of its encoder; none for an encoder without any finite vector. The ranges are
 * exact and do not depend on bundles.
 *
 * <p>This is a pass over all vectors that has to end before a search begins. Give it a reading of its own rather than the
 * one that is searched: a runner would store the vectors of that one until the ranges are known.
 */
public final class MeasureColumns
        extends PTransform<PCollection<VariantBatch>, PCollectionView<Map<Integer, Calibration>>> {
    private static final long serialVersionUID = 1L;

    private MeasureColumns() {}

    /** The transform. */
    public static MeasureColumns create() {
        return new MeasureColumns();
    }

    @Override
    public PCollectionView<Map<Integer, Calibration>> expand(PCollection<VariantBatch> vectors) {
        return vectors.apply("Of bundles", ParDo.of(new MeasureColumnsFn()))
                .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(Calibration.class)))
                .apply("Of all", Combine.perKey(new UnionFn()))
                .apply("View", View.<Integer, Calibration>asMap());
    }

    /** Puts together the ranges of two parts. */
    private static final class UnionFn extends Combine.BinaryCombineFn<Calibration> {
        private static final long serialVersionUID = 1L;

        @Override
        public Calibration apply(Calibration left, Calibration right) {
            return left.union(right);
        }
    }
}
