package dev.embeam.transform.snapshot;

import dev.embeam.schema.IdBlock;
import dev.embeam.schema.coder.IdBlockCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads the ids of a snapshot's rows, from their column alone: blocks of hashes of one partition of ids each, with the file
 * and the row. Row groups are spread over the workers.
 */
public final class ReadStoredIds extends PTransform<PBegin, PCollection<IdBlock>> {
    private static final long serialVersionUID = 1L;
    private final transient StoredRows rows;

    private ReadStoredIds(StoredRows rows) {
        this.rows = rows;
    }

    /** Of these rows. */
    public static ReadStoredIds of(StoredRows rows) {
        return new ReadStoredIds(rows);
    }

    @Override
    public PCollection<IdBlock> expand(PBegin input) {
        return input.apply("Row groups", Create.of(rows.parts()).withCoder(SerializableCoder.of(TablePart.class)))
                .apply("Spread over workers", Reshuffle.viaRandomKey())
                .apply("Read ids", ParDo.of(new ReadStoredIdsFn()))
                .setCoder(IdBlockCoder.of());
    }
}
