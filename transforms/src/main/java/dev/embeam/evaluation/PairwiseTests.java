package dev.embeam.evaluation;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** A test of every pair of systems. */
final class PairwiseTests {
    private PairwiseTests() {}

    /** The p value of every pair, by the indexes of the two; 1 of a system with itself. */
    static double[][] of(List<Winner> winners, ToDoubleBiFunction<Winner, Winner> test) {
        double[][] p = new double[winners.size()][winners.size()];
        for (int first = 0; first < p.length; first++) {
            p[first][first] = 1;
            for (int second = first + 1; second < p.length; second++) {
                p[first][second] = test.applyAsDouble(winners.get(first), winners.get(second));
                p[second][first] = p[first][second];
            }
        }
        return p;
    }
}
