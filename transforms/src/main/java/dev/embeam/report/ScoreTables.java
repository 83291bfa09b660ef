package dev.embeam.report;

import dev.embeam.report.Table.Column;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Spread;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of scores, best system first. */
final class ScoreTables {
    private static final Column SYSTEM = new Column("System", false);

    private ScoreTables() {}

    /** Systems by tasks, with both averages. */
    static Table averages(Scoreboard scores) {
        List<Task> tasks = scores.benchmark().tasks();
        List<Column> columns = new ArrayList<>(List.of(SYSTEM, number("Micro average"), number("Macro average")));
        tasks.forEach(task -> columns.add(number(task.label())));
        boolean partial = scores.whole().stream()
                .anyMatch(system -> scores.datasets(system)
                        < scores.benchmark().evaluations().size());
        columns.add(number(partial ? "Data sets" : ""));
        List<List<Cell>> rows = new ArrayList<>();
        for (SystemName system : sorted(scores, scores::micro)) {
            List<Cell> row = new ArrayList<>(List.of(name(system)));
            row.add(cell(scores.micro(system)));
            row.add(cell(scores.macro(system)));
            tasks.forEach(task -> row.add(cell(scores.task(system, task))));
            row.add(partial ? count(scores.datasets(system)) : Cell.EMPTY);
            if (row.stream().limit(columns.size() - 1).skip(1).anyMatch(Cell::filled)) {
                rows.add(row);
            }
        }
        return new Table(columns, rows).withBest(1, columns.size() - 1).withoutEmptyColumns();
    }

    /** Systems by the data sets of a task. */
    static Table task(Scoreboard scores, Task task) {
        List<EvaluationReport> evaluations = scores.benchmark().evaluations(task);
        List<Column> columns = new ArrayList<>(List.of(SYSTEM, number("Mean")));
        evaluations.forEach(evaluation -> columns.add(number(evaluation.dataset())));
        List<List<Cell>> rows = new ArrayList<>();
        Set<String> means = new HashSet<>();
        for (SystemName system : sorted(scores, name -> scores.task(name, task))) {
            List<Cell> row = new ArrayList<>(List.of(name(system), cell(scores.task(system, task))));
            evaluations.forEach(evaluation -> row.add(
                    mark(scores.score(system, evaluation).map(Cell::score).orElse(Cell.EMPTY), system, evaluation)));
            // A setting that one data set alone varies is told there.
            boolean mean = row.get(1).filled();
            if (mean || (row.stream().skip(2).anyMatch(Cell::filled) && !means.contains(system.model()))) {
                means.add(system.model());
                rows.add(row);
            }
        }
        return new Table(columns, rows).withBest(1, 2);
    }

    /**
     * Systems by the measures of one data set, with ties, seeds and costs where they are known. Systems that searched a part
     * of the collection had less to err on and stand below, the larger parts first.
     */
    static Table dataset(EvaluationReport report) {
        List<String> measures = measures(report);
        List<Column> columns = new ArrayList<>(List.of(SYSTEM));
        measures.forEach(measure -> columns.add(number(measure)));
        columns.add(new Column("Chosen", false));
        List.of("Over ties", "Over seeds", "Bytes a document", "Encoding, s", "Search, s")
                .forEach(name -> columns.add(number(name)));
        List<List<Cell>> rows = report.systems().stream()
                .sorted(Comparator.comparingDouble((SystemReport system) -> -Sweep.share(system.system()))
                        .thenComparingDouble(
                                system -> -system.value(report.mainMeasure()).value()))
                .map(system -> row(report, system, measures))
                .toList();
        return new Table(columns, rows).withoutEmptyColumns();
    }

    /** The names of all measures, the main one first. */
    private static List<String> measures(EvaluationReport report) {
        List<String> measures = new ArrayList<>();
        if (!report.systems().isEmpty()) {
            measures.add(report.mainMeasure());
        }
        report.systems()
                .forEach(system -> system.test().stream()
                        .map(MeasureValue::measure)
                        .filter(measure -> !measures.contains(measure))
                        .forEach(measures::add));
        return measures;
    }

    private static List<Cell> row(EvaluationReport report, SystemReport system, List<String> measures) {
        List<Cell> row = new ArrayList<>(List.of(name(system.system())));
        for (String measure : measures) {
            Cell cell = system.test().stream()
                    .filter(value -> value.measure().equals(measure))
                    .findFirst()
                    .map(value -> Cell.score(Estimate.of(value)))
                    .orElse(Cell.EMPTY);
            row.add(measure.equals(report.mainMeasure()) ? mark(cell, system.system(), report) : cell);
        }
        row.add(Cell.text(system.variant()));
        MeasureValue main = system.value(report.mainMeasure());
        row.add(main.ties()
                .map(ties -> Cell.number(ties.high() - ties.low(), Numbers.range(ties)))
                .orElse(Cell.EMPTY));
        row.add(main.seeds().map(ScoreTables::seeds).orElse(Cell.EMPTY));
        for (String cost : List.of(Costs.BYTES, Costs.ENCODE, Costs.SEARCH)) {
            row.add(Optional.ofNullable(system.costs().get(cost))
                    .map(Cell::quantity)
                    .orElse(Cell.EMPTY));
        }
        return row;
    }

    private static Cell seeds(Spread spread) {
        return new Cell(
                Numbers.score(spread.mean()),
                "sd " + Numbers.score(spread.deviation()),
                spread.mean(),
                Cell.Mark.NONE,
                spread.seeds() + " seeds, " + Numbers.score(spread.lowest()) + " to "
                        + Numbers.score(spread.highest()));
    }

    /** Length of texts against score and time, over the data sets that have all lengths: one row a model and limit. */
    static Table lengths(Scoreboard scores) {
        List<Column> columns = List.of(
                new Column("Model", false),
                number("Max tokens"),
                number("Score"),
                number("Seconds"),
                number("Seconds a text"),
                number("Time, largest = 1"),
                number("Score, largest = 1"),
                new Column("Data sets", false));
        List<List<Cell>> rows = new ArrayList<>();
        for (Sweep sweep : Sweep.of(scores.whole(), SystemName.MAX_TOKENS)) {
            List<EvaluationReport> shared = scores.shared(sweep.systems());
            if (!shared.isEmpty()) {
                sweep.systems().forEach(system -> rows.add(length(scores, system, sweep, shared)));
            }
        }
        return new Table(columns, rows).withoutEmptyColumns();
    }

    private static List<Cell> length(Scoreboard scores, SystemName system, Sweep sweep, List<EvaluationReport> shared) {
        SystemName largest = sweep.systems().get(sweep.systems().size() - 1);
        double limit = system.number(SystemName.MAX_TOKENS).orElse(0.0);
        OptionalDouble seconds = scores.total(system, Costs.ENCODE, shared);
        Optional<Estimate> score = scores.mean(system, shared);
        Optional<Estimate> full = scores.mean(largest, shared);
        return List.of(
                Cell.text(system.model()),
                limit == 0
                        ? Cell.number(Double.POSITIVE_INFINITY, "no limit")
                        : Cell.number(limit, Numbers.plain(limit)),
                cell(score),
                ratio(seconds, OptionalDouble.of(1)),
                ratio(seconds, scores.total(system, Costs.TEXTS, shared)),
                ratio(seconds, scores.total(largest, Costs.ENCODE, shared)),
                ratio(value(score), value(full)),
                Cell.text(names(shared)));
    }

    private static String names(List<EvaluationReport> evaluations) {
        return evaluations.size() > 3
                ? String.valueOf(evaluations.size())
                : evaluations.stream().map(EvaluationReport::dataset).collect(Collectors.joining(", "));
    }

    private static OptionalDouble value(Optional<Estimate> estimate) {
        return estimate.map(score -> OptionalDouble.of(score.value())).orElse(OptionalDouble.empty());
    }

    private static Cell ratio(OptionalDouble value, OptionalDouble of) {
        return value.isEmpty() || of.isEmpty() || of.getAsDouble() == 0
                ? Cell.EMPTY
                : Cell.quantity(value.getAsDouble() / of.getAsDouble());
    }

    private static List<SystemName> sorted(Scoreboard scores, Function<SystemName, Optional<Estimate>> score) {
        return scores.whole().stream().sorted(Scoreboard.byScore(score)).toList();
    }

    private static Cell mark(Cell cell, SystemName system, EvaluationReport report) {
        if (cell.text().isEmpty()) {
            return cell;
        }
        Set<SystemName> level = Level.withBest(report);
        boolean best = Level.best(report).map(SystemName::whole).equals(Optional.of(system.whole()));
        return best
                ? cell.with(Cell.Mark.BEST)
                : level.stream().map(SystemName::whole).anyMatch(system.whole()::equals)
                        ? cell.with(Cell.Mark.LEVEL)
                        : cell;
    }

    private static Cell cell(Optional<Estimate> estimate) {
        return estimate.map(Cell::score).orElse(Cell.EMPTY);
    }

    private static Cell count(int number) {
        return Cell.number(number, Integer.toString(number));
    }

    private static Cell name(SystemName system) {
        return new Cell(system.model(), Systems.settings(system.whole()), Double.NaN, Cell.Mark.NONE, "");
    }

    private static Column number(String name) {
        return new Column(name, true);
    }
}
