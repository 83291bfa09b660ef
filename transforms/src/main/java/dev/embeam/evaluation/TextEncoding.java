package dev.embeam.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * A way to turn texts into vectors, in the form in which it travels to workers. Two that are equal give the same vectors.
 * Implementations are records.
 */
public interface TextEncoding extends Serializable {
    /**
     * Encodes all texts of a data set at once.
     *
     * @return one for each variant, such as a limit of tokens, in their order
     */
    List<TextVectors> encode(List<String> texts);
}
