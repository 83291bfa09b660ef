package dev.embeam.pipeline.gate;

import dev.embeam.evaluation.MeasureChange;
import dev.embeam.pipeline.launch.TextTable;
import java.util.Locale;

/** What a gate found, as text for a person. */
final class GateReport {
    private GateReport() {}

    static String of(GateOutcome outcome, double drop) {
        TextTable table = new TextTable();
        table.row("data set", "measure", "current", "candidate", "change", "p (Holm)", "");
        for (MeasureChange change : outcome.changes()) {
            table.row(
                    change.dataset(),
                    change.measure(),
                    number("%.4f", change.before()),
                    number("%.4f", change.after()),
                    number("%+.4f", change.change()),
                    number("%.4f", change.adjusted()),
                    change.fellBy(drop) ? "FAILED" : "");
        }
        return (outcome.changes().isEmpty() ? "" : table.toString()) + "gate: " + outcome.message() + "\n";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
