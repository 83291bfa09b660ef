package dev.embeam.pipeline.benchmark;

import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.json.EvaluationReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An evaluation that scores by the length of names: quick, and good enough to see what a benchmark makes of it. */
final class FakeEvaluation implements Command<FakeOptions> {
    private final Task task;
    private final String failing;
    final List<String> evaluated = new ArrayList<>();

    FakeEvaluation(Task task, String failing) {
        this.task = task;
        this.failing = failing;
    }

    @Override
    public String name() {
        return EvaluationFlags.command(task);
    }

    @Override
    public String summary() {
        return "";
    }

    @Override
    public Class<FakeOptions> options() {
        return FakeOptions.class;
    }

    @Override
    public void run(FakeOptions options, Terminal terminal) throws IOException {
        if (options.getDataset().equals(failing)) {
            throw new IllegalArgumentException("this data set fails");
        }
        evaluated.add(options.getDataset());
        List<SystemReport> systems = new ArrayList<>();
        for (String model : options.getModel().split(",", -1)) {
            String name = Path.of(model).getFileName().toString();
            double score = name.length() / 100.0;
            MeasureValue value = MeasureValue.of("jmteb:main", score, new Interval(score - 0.01, score + 0.01));
            SystemName system = SystemName.of(name);
            systems.add(new SystemReport(
                    options.getCollectionShares().isEmpty() ? system : system.with(SystemName.SHARE, "1.0"),
                    "",
                    Map.of(),
                    List.of(value),
                    Map.of()));
        }
        EvaluationReport report = new EvaluationReport(
                task,
                options.getDataset(),
                "jmteb:main",
                3,
                systems,
                List.of(),
                List.of(),
                Map.of("queries", options.getQueries(), "test", options.getTest(), "dims", options.getDims()));
        Path folder = Files.createDirectories(Path.of(options.getOutput()));
        Files.writeString(folder.resolve(EvaluationReportJson.FILE_NAME), EvaluationReportJson.write(report));
    }
}
