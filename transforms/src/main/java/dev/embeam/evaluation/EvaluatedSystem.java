package dev.embeam.evaluation;

import dev.embeam.schema.Precision;
import dev.embeam.schema.SystemName;
import java.io.Serializable;

/**
 * A system and where its vectors come from.
 *
 * @param name as the report says
 * @param encoding index of the encoding
 * @param variant index of the variant among those of the encoding
 * @param dims leading columns that are scored
 * @param precision how the vectors are stored before they are scored
 */
public record EvaluatedSystem(SystemName name, int encoding, int variant, int dims, Precision precision)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bytes of a stored vector. */
    int bytesPerVector() {
        return precision.rowBytes(dims);
    }
}
