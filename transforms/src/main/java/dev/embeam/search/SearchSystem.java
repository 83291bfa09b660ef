package dev.embeam.search;

import dev.embeam.schema.Precision;
import java.io.Serializable;

/**
 * One of the systems that a {@link SearchPlan} searches with in one scan.
 *
 * @param index its number among them, from 0
 * @param variant number of the encoder
 * @param precision what the documents' vectors went through; queries stay as they are
 * @param dims columns that count
 * @param similarity what orders documents
 * @param share part of the collection that is searched
 */
public record SearchSystem(int index, int variant, Precision precision, int dims, Similarity similarity, double share)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
