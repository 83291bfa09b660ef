package dev.embeam.evaluation;

import dev.embeam.schema.Split;
import java.io.Serializable;

/**
 * One thing to try: a system's vectors of one part with one candidate.
 *
 * @param system index of the system
 * @param candidate index of the similarity, classifier or clusterer
 * @param split the part that is scored
 * @param seed of whatever is random
 */
public record Trial(int system, int candidate, Split split, long seed) implements Serializable {
    private static final long serialVersionUID = 1L;
}
