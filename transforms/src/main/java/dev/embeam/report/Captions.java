package dev.embeam.report;

import java.util.List;
import java.util.stream.Collectors;

/** What the page says of its tables and plots. */
final class Captions {
    static final String DOTS = "Each model at its fullest: most columns, finest precision, longest texts. Bars are 95 %"
            + " intervals; the axis of every plot is its own.";
    static final String WIDTH = "How scores and costs move with the number of columns that are kept. Dashed lines are"
            + " systems whose width was not varied. Bytes are set against the mean over data sets, seconds are summed.";
    static final String PRECISION = "How scores move with the bits that a number of a stored vector takes.";
    static final String LENGTH = "How scores and time move with the number of tokens of a text that count.";
    static final String SHARE = "How scores move as the collection grows. Relevant documents are always part of it, so"
            + " scores fall as others join them; what matters is who falls faster.";

    private Captions() {}

    static String legend() {
        return "<p class=\"legend\"><span class=\"best\"><b>0.0000</b></span> best <span class=\"level\"><i>0.0000</i>"
                + "</span> level with the best: the difference is not significant</p>\n";
    }

    static String howToRead() {
        return List.of(
                        "Scores run from 0 to 1 (correlations from -1). Leaderboards often show them times 100.",
                        "Beside a score stands half the width of its 95 % bootstrap interval over queries or rows; point"
                                + " at a score for both ends. The interval of a mean takes the data sets as given and"
                                + " their errors as independent.",
                        "Two systems of one data set are compared by a paired randomisation test. Those whose difference"
                                + " to the best has a Holm-adjusted p of 0.05 or more are marked as level with it."
                                + " Overlapping intervals alone do not mean that systems are level.",
                        "“Chosen” is the similarity, classifier or clusterer that the validation part chose; scores are"
                                + " those of the test part. “Over ties” is the lowest and highest value over all orders of"
                                + " documents with equal scores, “over seeds” the mean and standard deviation over seeds.",
                        "The name before the colon of a measure tells whose definition it follows: jmteb or trec."
                                + " Measures of different definitions do not compare.",
                        "A click on a column's head, or Enter on it, sorts the table.")
                .stream()
                .map(sentence -> "<li>" + Markup.escape(sentence) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }
}
