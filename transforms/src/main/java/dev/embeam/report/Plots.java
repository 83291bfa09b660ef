package dev.embeam.report;

import dev.embeam.report.Plot.Point;
import dev.embeam.report.Plot.Reference;
import dev.embeam.report.Plot.Series;
import dev.embeam.report.Plot.X;
import dev.embeam.report.Plot.Y;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** The plots of a benchmark; a plot is there only where it has two points to join. */
final class Plots {
    private static final DoubleFunction<String> PERCENT = share -> Numbers.plain(Math.round(share * 1e6) / 1e4) + " %";

    private final Scoreboard scores;
    private final List<String> models;

    Plots(Scoreboard scores) {
        this.scores = scores;
        models = scores.models();
    }

    /** The scores of every model's fullest system over a task, best first. */
    List<DotPlot.Row> task(Task task) {
        return rows(system -> scores.task(system, task));
    }

    /** The same for the micro average. */
    List<DotPlot.Row> micro() {
        return rows(scores::micro);
    }

    private List<DotPlot.Row> rows(Function<SystemName, Optional<Estimate>> score) {
        List<DotPlot.Row> rows = new ArrayList<>();
        Sweep.fullest(scores.whole())
                .forEach((model, system) ->
                        score.apply(system).ifPresent(value -> rows.add(new DotPlot.Row(model, colour(model), value))));
        rows.sort(Comparator.comparingDouble(row -> -row.score().value()));
        return rows;
    }

    /** Width against the mean score of every task and against costs. */
    List<Plot> widths() {
        List<Sweep> sweeps = Sweep.of(scores.whole(), SystemName.DIMS);
        X columns = new X("columns", Numbers::plain);
        List<Plot> plots = new ArrayList<>();
        for (Task task : scores.benchmark().tasks()) {
            Function<SystemName, Optional<Estimate>> score = system -> scores.task(system, task);
            List<Series> series = series(sweeps, system -> number(system, SystemName.DIMS), score);
            Plot.of(task.label(), columns, Y.SCORE, series, references(score)).ifPresent(plots::add);
        }
        X bytes = new X("bytes a document", Numbers::plain);
        List<Series> byBytes = series(sweeps, system -> scores.most(system, Costs.BYTES), this::shared);
        Plot.of("Bytes a document", bytes, Y.SCORE, byBytes, List.of()).ifPresent(plots::add);
        Plot.of("Search", columns, Y.SECONDS, costs(sweeps, SystemName.DIMS, Costs.SEARCH), List.of())
                .ifPresent(plots::add);
        return plots;
    }

    /** Most tokens of a text against score and time. */
    List<Plot> lengths() {
        List<Sweep> sweeps = Sweep.of(scores.whole(), SystemName.MAX_TOKENS);
        X tokens = new X("max tokens", Numbers::plain);
        List<Plot> plots = new ArrayList<>(byTask(sweeps, tokens, SystemName.MAX_TOKENS));
        Plot.of("Encoding", tokens, Y.SECONDS, costs(sweeps, SystemName.MAX_TOKENS, Costs.ENCODE), List.of())
                .ifPresent(plots::add);
        return plots;
    }

    /** Precision of the stored vectors against score. */
    List<Plot> precisions() {
        X bits = new X("bits a number", Numbers::plain);
        return byTask(Sweep.of(scores.whole(), SystemName.PRECISION), bits, SystemName.PRECISION);
    }

    /** One plot a task; one a data set where only some data sets of the task have several values of the setting. */
    private List<Plot> byTask(List<Sweep> sweeps, X x, String setting) {
        List<Plot> plots = new ArrayList<>();
        for (Task task : scores.benchmark().tasks()) {
            Optional<Plot> whole = plot(task.label(), sweeps, x, setting, system -> scores.task(system, task));
            whole.ifPresent(plots::add);
            List<EvaluationReport> parts =
                    whole.isPresent() ? List.of() : scores.benchmark().evaluations(task);
            for (EvaluationReport part : parts) {
                plot(part.dataset(), sweeps, x, setting, system -> scores.score(system, part))
                        .ifPresent(plots::add);
            }
        }
        return plots;
    }

    private Optional<Plot> plot(
            String title, List<Sweep> sweeps, X x, String setting, Function<SystemName, Optional<Estimate>> score) {
        List<Series> series = series(sweeps, system -> number(system, setting), score);
        List<Reference> references = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            SystemName largest = sweep.systems().get(sweep.systems().size() - 1);
            if (number(largest, setting).isEmpty()) {
                score.apply(largest)
                        .ifPresent(value -> references.add(
                                new Reference(sweep.model() + ", no limit", colour(sweep.model()), value.value())));
            }
        }
        return Plot.of(title, x, Y.SCORE, series, references);
    }

    /** Size of the collection against score, one plot a data set. */
    List<Plot> shares() {
        List<Sweep> sweeps = Sweep.of(scores.all(), SystemName.SHARE);
        X share = new X("share of the collection", PERCENT);
        List<Plot> plots = new ArrayList<>();
        for (EvaluationReport evaluation : scores.benchmark().evaluations()) {
            List<Series> series = series(
                    sweeps, system -> number(system, SystemName.SHARE), system -> scores.score(system, evaluation));
            Plot.of(evaluation.dataset(), share, Y.SCORE, series, List.of()).ifPresent(plots::add);
        }
        return plots;
    }

    private List<Series> costs(List<Sweep> sweeps, String setting, String cost) {
        List<Series> series = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            List<EvaluationReport> shared = scores.shared(sweep.systems());
            List<Point> points = new ArrayList<>();
            for (SystemName system : sweep.systems()) {
                OptionalDouble x = number(system, setting);
                OptionalDouble y = scores.total(system, cost, shared);
                if (x.isPresent() && y.isPresent()) {
                    points.add(Point.exact(x.getAsDouble(), y.getAsDouble()));
                }
            }
            series.add(new Series(sweep.model(), colour(sweep.model()), points));
        }
        return series;
    }

    private List<Series> series(
            List<Sweep> sweeps,
            Function<SystemName, OptionalDouble> x,
            Function<SystemName, Optional<Estimate>> score) {
        List<Series> series = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            List<Point> points = new ArrayList<>();
            for (SystemName system : sweep.systems()) {
                OptionalDouble at = x.apply(system);
                if (at.isPresent()) {
                    score.apply(system).ifPresent(value -> points.add(Point.of(at.getAsDouble(), value)));
                }
            }
            series.add(new Series(sweep.model(), colour(sweep.model()), points));
        }
        return series;
    }

    /** Models whose width was not varied, such as BM25. */
    private List<Reference> references(Function<SystemName, Optional<Estimate>> score) {
        List<Reference> references = new ArrayList<>();
        Sweep.fullest(scores.whole()).forEach((model, system) -> {
            if (!system.settings().containsKey(SystemName.DIMS)) {
                score.apply(system)
                        .ifPresent(value -> references.add(new Reference(model, colour(model), value.value())));
            }
        });
        return references;
    }

    /** The micro average, or where a system has only some of the data sets, the mean over those. */
    private Optional<Estimate> shared(SystemName system) {
        return Optional.of(scores.own(system));
    }

    private static OptionalDouble number(SystemName system, String setting) {
        return Sweep.number(system, setting)
                .filter(number -> number > 0)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private int colour(String model) {
        return models.indexOf(model) % Mark.COUNT;
    }
}
