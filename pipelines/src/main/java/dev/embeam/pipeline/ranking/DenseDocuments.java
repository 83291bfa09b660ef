package dev.embeam.pipeline.ranking;

import dev.embeam.schema.Precision;
import dev.embeam.schema.VariantBatch;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/** The vectors of a collection, as they are made or found. */
interface DenseDocuments {
    /**
     * Reads them all; may be asked for more than once.
     *
     * @param purpose what they are read for, to tell the steps of one reading from those of another
     */
    PCollection<VariantBatch> read(Pipeline pipeline, String purpose);

    /** What the vectors went through before a search sees them; float32 where they are made. */
    Precision precision();

    /** How often one reading reads the files of {@code --input}. */
    int readings();
}
