package dev.embeam.pipeline;

import dev.embeam.pipeline.bench.BenchEncode;
import dev.embeam.pipeline.bench.BenchReindex;
import dev.embeam.pipeline.bench.BenchRetrieval;
import dev.embeam.pipeline.benchmark.Benchmark;
import dev.embeam.pipeline.classify.ClassifyPipeline;
import dev.embeam.pipeline.compress.CompressFastText;
import dev.embeam.pipeline.compress.Sweep;
import dev.embeam.pipeline.encode.EncodePipeline;
import dev.embeam.pipeline.fasttext.QuantizeFastText;
import dev.embeam.pipeline.fasttext.TrainFastText;
import dev.embeam.pipeline.inspect.Inspect;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.quickstart.Quickstart;
import dev.embeam.pipeline.ranking.EvaluateReranking;
import dev.embeam.pipeline.ranking.EvaluateRetrieval;
import dev.embeam.pipeline.reindex.Reindex;
import dev.embeam.pipeline.trials.EvaluateClassification;
import dev.embeam.pipeline.trials.EvaluateClustering;
import dev.embeam.pipeline.trials.EvaluatePairs;
import dev.embeam.pipeline.trials.EvaluateSts;
import java.util.List;
import java.util.stream.Stream;

/** The launcher's entry: {@code embeam <command> --flag=value ...}. */
public final class Main {
    private static final List<Command<?>> FASTTEXT = List.of(new TrainFastText(), new QuantizeFastText());
    private static final List<Command<?>> STEPS = List.of(new EncodePipeline(), new ClassifyPipeline(), new Inspect());
    private static final List<Command<?>> TABLES = List.of(new Reindex());
    private static final List<Command<?>> EVALUATIONS = List.of(
            new EvaluateRetrieval(),
            new EvaluateReranking(),
            new EvaluateClustering(),
            new EvaluateClassification(),
            new EvaluateSts(),
            new EvaluatePairs());
    static final List<Command<?>> COMMANDS = Stream.<List<? extends Command<?>>>of(
                    STEPS,
                    TABLES,
                    FASTTEXT,
                    EVALUATIONS,
                    List.of(new CompressFastText(), new Sweep()),
                    List.of(
                            new Benchmark(EVALUATIONS),
                            new Quickstart(STEPS),
                            new BenchEncode(),
                            new BenchReindex(),
                            new BenchRetrieval()))
            .<Command<?>>flatMap(List::stream)
            .toList();

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] words) {
        Launcher.exit(Launcher.run(COMMANDS, Terminal.ofProcess(), words));
    }
}
