package dev.embeam.schema.json;

import dev.embeam.schema.Comparison;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Spread;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;

/** Reads the fields of one {@code evaluation.json}. */
final class EvaluationReportFields {
    private EvaluationReportFields() {}

    static EvaluationReport report(JsonFields root) {
        long version = root.whole("formatVersion");
        if (version != EvaluationReportJson.FORMAT_VERSION) {
            throw new CorruptDataException(
                    root.source(),
                    "formatVersion",
                    Long.toString(version),
                    Integer.toString(EvaluationReportJson.FORMAT_VERSION));
        }
        return new EvaluationReport(
                Task.of(root.text("task")),
                root.text("dataset"),
                root.text("mainMeasure"),
                Math.toIntExact(root.whole("size")),
                root.list("systems", EvaluationReportFields::system),
                root.list("comparisons", EvaluationReportFields::comparison),
                root.list("warnings", EvaluationReportFields::warning),
                root.texts("settings"));
    }

    private static SystemReport system(JsonFields json) {
        return new SystemReport(
                name(json.object("system")),
                json.text("variant"),
                json.object("validation").map(variant -> variant.map(JsonFields::number)),
                json.list("test", EvaluationReportFields::measure),
                json.numbers("costs"));
    }

    private static MeasureValue measure(JsonFields json) {
        return new MeasureValue(
                json.text("measure"),
                json.number("value"),
                interval(json.object("confidence")),
                json.optional("ties").map(EvaluationReportFields::interval),
                json.optional("seeds").map(EvaluationReportFields::spread));
    }

    private static Interval interval(JsonFields json) {
        return new Interval(json.number("low"), json.number("high"));
    }

    private static Spread spread(JsonFields json) {
        return new Spread(
                Math.toIntExact(json.whole("seeds")),
                json.number("mean"),
                json.number("deviation"),
                json.number("lowest"),
                json.number("highest"));
    }

    private static Comparison comparison(JsonFields json) {
        return new Comparison(
                name(json.object("first")),
                name(json.object("second")),
                json.text("measure"),
                json.number("difference"),
                json.number("p"),
                json.number("adjusted"));
    }

    private static Warning warning(JsonFields json) {
        return new Warning(json.text("kind"), json.whole("count"), json.text("detail"));
    }

    private static SystemName name(JsonFields json) {
        return new SystemName(json.text("model"), json.texts("settings"));
    }
}
