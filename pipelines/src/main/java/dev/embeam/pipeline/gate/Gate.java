package dev.embeam.pipeline.gate;

import dev.embeam.evaluation.ChangeTests;
import dev.embeam.evaluation.MeasureChange;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.GateOptions;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets a new snapshot become the current one only if it searches no worse. The new one waits as the head of a branch; it and
 * the current one are two systems of one evaluation over the ranking data sets of a suite, each with its own vectors and its
 * own model for the queries. A measure fails when it falls by more than the allowed drop and by more than chance: paired
 * randomisation tests, corrected by Holm over all measures of all data sets, p below {@value MeasureChange#LEVEL}. The
 * evaluations stay under {@code runs/RUN/gate/} in the table's folder.
 *
 * <pre>{@code
 * Gate gate = Gate.of(options);       // before the work: reads the suite and its queries
 * gate.requireModel(table);           // and finds the model of the current snapshot
 * table.commit(change);               // with change.branch() not empty
 * gate.check(table, branch, terminal).requirePassed();
 * }</pre>
 */
public final class Gate {
    private static final String CURRENT = "current";
    private static final String CANDIDATE = "candidate";

    private final GateOptions options;
    private final List<GateDataset> datasets;

    private Gate(GateOptions options, List<GateDataset> datasets) {
        this.options = options;
        this.datasets = datasets;
    }

    /**
     * Reads the suite that the flags name.
     *
     * @throws IllegalArgumentException when it has nothing that ranks documents, or the drop is out of range
     * @throws dev.embeam.schema.CorruptDataException for a suite or queries that cannot be read
     */
    public static Gate of(GateOptions options) throws IOException {
        if (!(options.getGateDrop() >= 0 && options.getGateDrop() <= 1)) {
            throw new IllegalArgumentException("--gateDrop is " + options.getGateDrop() + "; expected from 0 to 1");
        }
        if (options.getGateSuite().isEmpty()) {
            throw new IllegalArgumentException("--gateSuite is empty; expected a suite file");
        }
        return new Gate(options, new GateSuite(options.getGateSuite()).read());
    }

    /**
     * Finds the model of the current snapshot, if there is one, without which there would be no evaluation.
     *
     * @throws IllegalArgumentException when it is no longer where the snapshot says
     */
    public void requireModel(VectorTable table) throws IOException {
        Optional<TableSnapshot> current = table.current();
        if (current.isPresent()) {
            GateSystem.model(table, current.get());
        }
    }

    /**
     * Evaluates both snapshots and makes the candidate the current one where it passes; otherwise it stays a branch. The
     * first snapshot of a table has nothing to compare with and passes.
     *
     * @param branch whose head is the candidate
     * @throws dev.embeam.snapshot.ConcurrentChangeException when another run commits meanwhile; the branch stays
     * @throws JobFailedException when an evaluation failed; the branch stays
     */
    public GateOutcome check(VectorTable table, String branch, Terminal terminal)
            throws IOException, JobFailedException {
        table.refresh();
        TableSnapshot candidate = table.snapshot(branch);
        Optional<TableSnapshot> current = table.current();
        List<MeasureChange> changes =
                current.isPresent() ? changes(table, current.get(), candidate, terminal) : List.of();
        GateOutcome outcome = decide(changes, candidate, branch);
        if (outcome.passed()) {
            table.publish(branch);
        }
        terminal.out().print(GateReport.of(outcome, options.getGateDrop()));
        return outcome;
    }

    private List<MeasureChange> changes(
            VectorTable table, TableSnapshot current, TableSnapshot candidate, Terminal terminal)
            throws IOException, JobFailedException {
        List<GateSystem> systems =
                List.of(GateSystem.of(CURRENT, table, current), GateSystem.of(CANDIDATE, table, candidate));
        String folder = table.folder() + "/runs/" + candidate.property(SnapshotProperty.RUN_ID) + "/gate/";
        ChangeTests tests =
                new ChangeTests(datasets.get(0).samples(), datasets.get(0).seed());
        for (GateDataset dataset : datasets) {
            String output = folder + dataset.label().replace(' ', '/');
            Map<String, Map<String, List<Double>>> found = new GateJob(options, systems, output).run(dataset, terminal);
            found.getOrDefault(CURRENT, Map.of())
                    .forEach((measure, before) -> tests.add(
                            dataset.label(),
                            measure,
                            array(before),
                            array(found.getOrDefault(CANDIDATE, Map.of()).getOrDefault(measure, List.of()))));
        }
        return tests.changes();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private GateOutcome decide(List<MeasureChange> changes, TableSnapshot candidate, String branch) {
        List<String> fallen = changes.stream()
                .filter(change -> change.fellBy(options.getGateDrop()))
                .map(change -> change.measure() + " of " + change.dataset())
                .toList();
        String snapshot = "snapshot " + candidate.id();
        if (changes.isEmpty()) {
            return new GateOutcome(
                    true, changes, snapshot + " is current: the first one, with nothing to compare with");
        }
        return fallen.isEmpty()
                ? new GateOutcome(true, changes, snapshot + " is current: no measure fell significantly")
                : new GateOutcome(
                        false,
                        changes,
                        snapshot + " fell by more than " + options.getGateDrop() + " in "
                                + fallen.stream().collect(Collectors.joining(", "))
                                + "; it stays as branch " + branch + " and the current snapshot stays current");
    }
}
