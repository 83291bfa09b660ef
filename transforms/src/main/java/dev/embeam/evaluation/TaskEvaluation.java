package dev.embeam.evaluation;

import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Split;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The rules of one task over one data set: which texts need vectors, what is tried with them, how it is scored. {@link
 * Evaluation} does what all tasks have in common. Implementations are thread-safe.
 */
public interface TaskEvaluation {
    /** Which task. */
    Task task();

    /** The texts of each part whose vectors are needed. A part that is fitted on needs no trial. */
    SortedMap<Split, List<String>> texts();

    /** Whether there is a part to choose a candidate by. */
    boolean validates();

    /** The candidates as JMTEB names them, in the order in which they are tried. */
    List<String> candidates();

    /** Whether the seed makes a difference to a candidate. */
    boolean seeded(int candidate);

    /** Tries something; gives a value for each row of the trial's part. */
    double[] run(Trial trial, SystemVectors vectors);

    /** The measure, with its profile, by which candidates are chosen and systems compared. */
    String mainMeasure();

    /** The measures of a candidate on the validation part, by name with profile. */
    Map<String, Double> validationScores(Outcome outcome);

    /** Number of rows of the test part. */
    int size();

    /** The measures of a system on the test part. */
    List<MeasureValue> testScores(Winner winner);

    /** The p values of the differences between systems, by their indexes. */
    double[][] significance(List<Winner> winners);

    /** What a reader should know of the data set. */
    List<Warning> warnings();

    /** What a reader should know of a system's scores. */
    List<Warning> warnings(String system, Winner winner);

    /** What was predicted, a line a row of the test part. */
    List<String> predictions(String system, Winner winner);
}
