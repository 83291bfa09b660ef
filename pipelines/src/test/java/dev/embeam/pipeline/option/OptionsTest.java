package dev.embeam.pipeline.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.ParsedCommand;
import dev.embeam.pipeline.StoredRows;
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
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.plan.Plan;
import dev.embeam.pipeline.quickstart.Quickstart;
import dev.embeam.pipeline.ranking.EvaluateReranking;
import dev.embeam.pipeline.ranking.EvaluateRetrieval;
import dev.embeam.pipeline.reindex.Reindex;
import dev.embeam.pipeline.snapshots.Snapshots;
import dev.embeam.pipeline.trials.EvaluateClassification;
import dev.embeam.pipeline.trials.EvaluateClustering;
import dev.embeam.pipeline.trials.EvaluatePairs;
import dev.embeam.pipeline.trials.EvaluateSts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every flag of every command with its default and another value; a flag that is forgotten here fails. */
class OptionsTest {
    private static final Path CONFIGS = Path.of(System.getProperty("embeam.root", ".."), "runner-configs");

    private static final Map<String, Setting> READING = Map.of(
            "inputFormat", new Setting("by-name", "csv"),
            "inputCompression", new Setting("by-name", "zstd"),
            "idField", new Setting("", "key"),
            "textFields", new Setting("text", "title,text"),
            "keepFields", new Setting("", "url,date"),
            "maxRecordBytes", new Setting("16777216", "1000"),
            "maxFailures", new Setting("0", "7"));
    private static final Map<String, Setting> ENCODING = Map.of(
            "semantics", new Setting("auto", "model2vec"),
            "dims", new Setting("0", "64"),
            "maxTokens", new Setting("-1", "512"),
            "normalize", new Setting("auto", "on"),
            "promptName", new Setting("", "query"),
            "prompt", new Setting("", "query: "),
            "precompiledReading", new Setting("hf-legacy", "sentencepiece"));
    private static final Map<String, Setting> FAST_TEXT = Map.of(
            "pooling", new Setting("auto", "sif"),
            "sifFrequencies", new Setting("model", "collection"),
            "sifSmoothing", new Setting("0.001", "0.01"),
            "segmenter", new Setting("none", "kuromoji"));
    private static final Map<String, Setting> RUNNING =
            Map.of("progress", new Setting("auto", "none"), "stacktrace", new Setting("false", "true"));
    private static final Map<String, Setting> WRITING = Map.of(
            "overwrite", new Setting("false", "true"),
            "precision", new Setting("float32", "int8"),
            "calibration", new Setting("", "earlier"),
            "compression", new Setting("none", "zstd"),
            "fileMegabytes", new Setting("256", "64"));
    private static final Map<String, Setting> TABLE = Map.of(
            "table", new Setting("", "somewhere"),
            "catalog", new Setting("", "jdbc:sqlite:catalog.db"),
            "warehouse", new Setting("", "warehouse"));
    private static final Map<String, Setting> CASCADE = Map.of(
            "second", new Setting("", "knn"),
            "positiveLabel", new Setting("", "spam"),
            "targetRecall", new Setting("0.99", "0.9"),
            "validation", new Setting("", "valid.jsonl"),
            "train", new Setting("", "train.jsonl"),
            "encoder", new Setting("", "model"),
            "labelField", new Setting("label", "class"));
    private static final Map<String, Setting> EVALUATING = Map.ofEntries(
            Map.entry("dims", new Setting("0", "64,32")),
            Map.entry("precisions", new Setting("float32", "int8,binary")),
            Map.entry("maxTokens", new Setting("-1", "64,128")),
            Map.entry("semantics", new Setting("auto", "model2vec")),
            Map.entry("normalize", new Setting("auto", "on")),
            Map.entry("precompiledReading", new Setting("hf-legacy", "sentencepiece")),
            Map.entry("combinations", new Setting("all", "single")),
            Map.entry("analysis", new Setting("japanese", "trigrams")),
            Map.entry("dataset", new Setting("", "jsts")),
            Map.entry("profile", new Setting("jmteb", "trec")),
            Map.entry("quirks", new Setting("", "-cut-at-queries")),
            Map.entry("seed", new Setting("0", "7")),
            Map.entry("bootstrapSamples", new Setting("10000", "100")),
            Map.entry("overwrite", new Setting("false", "true")));
    private static final Map<String, Setting> TRIALS = Map.of(
            "train", new Setting("", "train.jsonl"),
            "validation", new Setting("", "valid.jsonl"),
            "prefix", new Setting("", "query: "),
            "labelField", new Setting("label", "score"));
    private static final Map<String, Setting> TEXT = Map.of("textField", new Setting("text", "body"));
    private static final Map<String, Setting> PAIR =
            Map.of("firstField", new Setting("sentence1", "a"), "secondField", new Setting("sentence2", "b"));
    private static final Map<String, Setting> RANKING = Map.ofEntries(
            Map.entry("input", new Setting("", "corpus.jsonl")),
            Map.entry("embeddings", new Setting("", "vectors")),
            Map.entry("validation", new Setting("", "valid.jsonl")),
            Map.entry("layout", new Setting("jmteb", "jqara")),
            Map.entry("qrels", new Setting("", "test.qrels")),
            Map.entry("validationQrels", new Setting("", "valid.qrels")),
            Map.entry("queryFields", new Setting("", "id=key")),
            Map.entry("queryPrefix", new Setting("", "query: ")),
            Map.entry("documentPrefix", new Setting("", "passage: ")),
            Map.entry("similarities", new Setting("", "dot,cosine")),
            Map.entry("cutoffs", new Setting("10", "1,5")),
            Map.entry("mainMeasure", new Setting("ndcg@10", "mrr@5")),
            Map.entry("fusions", new Setting("", "rrf")),
            Map.entry("runs", new Setting("", "other.trec")),
            Map.entry("runScores", new Setting("double", "float")),
            Map.entry("bm25Variant", new Setting("lucene", "okapi")),
            Map.entry("bm25K1", new Setting("-1.0", "0.9")),
            Map.entry("bm25B", new Setting("0.75", "0.4")),
            Map.entry("calibration", new Setting("", "earlier")),
            Map.entry("documentChunk", new Setting("256", "1000")));
    private static final Map<String, Setting> TRAINING = Map.ofEntries(
            Map.entry("lr", new Setting("-1.0", "0.5")),
            Map.entry("dim", new Setting("100", "300")),
            Map.entry("ws", new Setting("5", "3")),
            Map.entry("epoch", new Setting("5", "10")),
            Map.entry("minCount", new Setting("-1", "2")),
            Map.entry("minCountLabel", new Setting("0", "3")),
            Map.entry("neg", new Setting("5", "10")),
            Map.entry("wordNgrams", new Setting("1", "2")),
            Map.entry("loss", new Setting("by-kind", "hs")),
            Map.entry("bucket", new Setting("2000000", "100")),
            Map.entry("minn", new Setting("-1", "2")),
            Map.entry("maxn", new Setting("-1", "4")),
            Map.entry("threads", new Setting("0", "1")),
            Map.entry("lrUpdateRate", new Setting("100", "50")),
            Map.entry("t", new Setting("-1.0", "0.01")),
            Map.entry("seed", new Setting("0", "7")),
            Map.entry("pretrainedVectors", new Setting("", "words.vec")),
            Map.entry("label", new Setting("__label__", "#")));
    private static final Map<String, Setting> QUANTIZING = Map.ofEntries(
            Map.entry("cutoff", new Setting("0", "1000")),
            Map.entry("targetSize", new Setting("0", "900000")),
            Map.entry("retrain", new Setting("false", "true")),
            Map.entry("qnorm", new Setting("false", "true")),
            Map.entry("qout", new Setting("false", "true")),
            Map.entry("dsub", new Setting("2", "4")),
            Map.entry("epoch", new Setting("5", "1")),
            Map.entry("lr", new Setting("-1.0", "0.1")),
            Map.entry("label", new Setting("__label__", "#")),
            Map.entry("threads", new Setting("0", "1")));
    private static final Map<String, Setting> SHRINKING = Map.of(
            "model", new Setting("", "model.bin"),
            "output", new Setting("", "model.ecf"),
            "unknownWords", new Setting("", "words.txt"),
            "wordPairs", new Setting("", "pairs.jsonl"),
            "measuredWords", new Setting("20000", "1000"),
            "seed", new Setting("0", "7"),
            "overwrite", new Setting("false", "true"));
    private static final Map<String, Setting> GATE =
            Map.of("gateSuite", new Setting("", "suite.yaml"), "gateDrop", new Setting("0.01", "0.02"));
    private static final Setting REQUIRED = new Setting("", "somewhere");

    /** A flag's value by default, and another. */
    private record Setting(String byDefault, String other) {}

    private record Case(Command<?> command, List<Map<String, Setting>> groups) {
        Map<String, String> values(boolean other) {
            Map<String, String> values = new TreeMap<>();
            groups.forEach(group ->
                    group.forEach((name, setting) -> values.put(name, other ? setting.other() : setting.byDefault())));
            required().forEach(name -> values.put(name, REQUIRED.other()));
            return values;
        }

        List<String> required() {
            return Flag.of(command.options()).stream()
                    .filter(Flag::required)
                    .map(Flag::name)
                    .toList();
        }

        @Override
        public String toString() {
            return command.name();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        new EncodePipeline(),
                        List.of(
                                READING,
                                ENCODING,
                                FAST_TEXT,
                                RUNNING,
                                WRITING,
                                Map.of("input", REQUIRED, "model", REQUIRED, "output", REQUIRED))),
                new Case(
                        new ClassifyPipeline(),
                        List.of(
                                READING,
                                RUNNING,
                                CASCADE,
                                Map.of(
                                        "input", REQUIRED,
                                        "model", REQUIRED,
                                        "output", REQUIRED,
                                        "overwrite", new Setting("false", "true"),
                                        "topK", new Setting("1", "-1"),
                                        "threshold", new Setting("0.0", "0.5"),
                                        "format", new Setting("parquet", "jsonl"),
                                        "labels", new Setting("", "label")),
                                Map.of(
                                        "dataset", new Setting("", "news"),
                                        "seed", new Setting("0", "7"),
                                        "bootstrapSamples", new Setting("10000", "100")))),
                new Case(
                        new Inspect(),
                        List.of(
                                READING,
                                ENCODING,
                                FAST_TEXT,
                                RUNNING,
                                Map.of("input", REQUIRED, "model", REQUIRED, "embeddings", REQUIRED))),
                new Case(
                        new Plan(),
                        List.of(
                                READING,
                                ENCODING,
                                FAST_TEXT,
                                RUNNING,
                                WRITING,
                                Map.of(
                                        "input",
                                        REQUIRED,
                                        "model",
                                        REQUIRED,
                                        "output",
                                        REQUIRED,
                                        "sampleMegabytes",
                                        new Setting("8", "1"),
                                        "taskSlots",
                                        new Setting("2", "4"),
                                        "seed",
                                        new Setting("0", "7")))),
                new Case(
                        new Reindex(),
                        List.of(
                                READING,
                                ENCODING,
                                FAST_TEXT,
                                RUNNING,
                                TABLE,
                                GATE,
                                Map.of(
                                        "input", REQUIRED,
                                        "model", REQUIRED,
                                        "allowEmpty", new Setting("false", "true"),
                                        "maxDeleteShare", new Setting("0.2", "0.5"),
                                        "compact", new Setting("false", "true")))),
                new Case(
                        new Snapshots(),
                        List.of(
                                READING,
                                ENCODING,
                                FAST_TEXT,
                                TABLE,
                                GATE,
                                RUNNING,
                                Map.of(
                                        "output", new Setting("", "lists"),
                                        "sample", new Setting("-1", "10"),
                                        "seed", new Setting("0", "7"),
                                        "input", new Setting("", "corpus.jsonl"),
                                        "model", new Setting("", "model"),
                                        "olderThan", new Setting("7d", "1h"),
                                        "keep", new Setting("1", "5"),
                                        "orphansOlderThan", new Setting("3d", "2d"),
                                        "dryRun", new Setting("false", "true")))),
                new Case(
                        new TrainFastText(),
                        List.of(
                                RUNNING,
                                TRAINING,
                                Map.of(
                                        "input", REQUIRED,
                                        "output", REQUIRED,
                                        "kind", REQUIRED,
                                        "overwrite", new Setting("false", "true"),
                                        "vectors", new Setting("false", "true")))),
                new Case(
                        new QuantizeFastText(),
                        List.of(
                                RUNNING,
                                QUANTIZING,
                                Map.of(
                                        "model",
                                        REQUIRED,
                                        "output",
                                        REQUIRED,
                                        "overwrite",
                                        new Setting("false", "true"),
                                        "input",
                                        new Setting("", "text.txt")))),
                ranking(
                        new EvaluateRetrieval(),
                        Map.of(
                                "depth", new Setting("100", "1000"),
                                "collectionShares", new Setting("1", "0.1,1"))),
                ranking(new EvaluateReranking(), Map.of("bm25Statistics", new Setting("corpus", "candidates"))),
                trials(new EvaluateClustering(), TEXT, Map.of("seeds", new Setting("10", "3"))),
                trials(new EvaluateClassification(), TEXT),
                trials(new EvaluateSts(), PAIR),
                trials(new EvaluatePairs(), PAIR),
                new Case(
                        new CompressFastText(),
                        List.of(
                                RUNNING,
                                SHRINKING,
                                Map.of(
                                        "words", new Setting("20000", "5000"),
                                        "ngrams", new Setting("100000", "50000"),
                                        "maxBytes", new Setting("0", "28000000"),
                                        "rows", new Setting("pq100", "float16"),
                                        "ngramRows", new Setting("", "pq50"),
                                        "method", new Setting("embeam", "baseline"),
                                        "normPower", new Setting("1.0", "0.5"),
                                        "repack", new Setting("false", "true")))),
                new Case(
                        new Sweep(),
                        List.of(
                                RUNNING,
                                SHRINKING,
                                Map.of(
                                        "words", new Setting("0,5000,20000,100000", "-1"),
                                        "ngrams", new Setting("50000,100000,400000", "1000"),
                                        "rows", new Setting("pq50,pq100,pq300", "float16,pq100/pq50"),
                                        "methods", new Setting("embeam", "embeam,baseline"),
                                        "maxBytes", new Setting("0", "28000000"),
                                        "minCosine", new Setting("0.0", "0.95")))),
                new Case(
                        new Benchmark(List.of()),
                        List.of(
                                RUNNING,
                                Map.of(
                                        "suite", REQUIRED,
                                        "output", REQUIRED,
                                        "overwrite", new Setting("false", "true"),
                                        "data", new Setting("", "data"),
                                        "models", new Setting("", "models"),
                                        "include", new Setting("", "jsquad"),
                                        "exclude", new Setting("", "jaquad")))),
                new Case(
                        new Quickstart(List.of()),
                        List.of(RUNNING, Map.of("output", new Setting("quickstart-output", "elsewhere")))),
                new Case(
                        new BenchEncode(),
                        List.of(
                                READING,
                                ENCODING,
                                FAST_TEXT,
                                RUNNING,
                                Map.of(
                                        "input", REQUIRED,
                                        "model", REQUIRED,
                                        "repeat", new Setting("1", "8"),
                                        "randomColumns", new Setting("0", "1024"),
                                        "runs", new Setting("1", "3"),
                                        "workFolder", new Setting("", "somewhere")))),
                new Case(
                        new BenchReindex(),
                        List.of(
                                READING,
                                ENCODING,
                                FAST_TEXT,
                                RUNNING,
                                Map.of(
                                        "input",
                                        REQUIRED,
                                        "model",
                                        REQUIRED,
                                        "repeat",
                                        new Setting("1", "8"),
                                        "workFolder",
                                        new Setting("", "somewhere")))),
                new Case(
                        new BenchRetrieval(),
                        List.of(
                                RUNNING,
                                Map.of(
                                        "documents", new Setting("1000000", "7000000"),
                                        "dims", new Setting("256", "64"),
                                        "queries", new Setting("720", "100"),
                                        "embeddings", new Setting("", "vectors"),
                                        "runs", new Setting("2", "3"),
                                        "workFolder", new Setting("", "somewhere")))));
    }

    private static Case ranking(Command<?> command, Map<String, Setting> more) {
        return new Case(
                command,
                List.of(
                        READING,
                        RUNNING,
                        EVALUATING,
                        FAST_TEXT,
                        RANKING,
                        more,
                        Map.of("model", REQUIRED, "queries", REQUIRED, "output", REQUIRED)));
    }

    @SafeVarargs
    private static Case trials(Command<?> command, Map<String, Setting>... more) {
        List<Map<String, Setting>> groups = new ArrayList<>(List.of(more));
        groups.addAll(List.of(
                EVALUATING,
                FAST_TEXT,
                TRIALS,
                RUNNING,
                Map.of("model", REQUIRED, "test", REQUIRED, "output", REQUIRED)));
        return new Case(command, groups);
    }

    @Test
    void everyCommandHasACase() {
        assertThat(cases().map(one -> one.command().name()))
                .containsExactlyElementsOf(
                        ParsedCommand.all().stream().map(ParsedCommand::name).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void defaultsAreAsWrittenHere(Case one) {
        Map<String, String> required =
                one.required().stream().collect(Collectors.toMap(name -> name, name -> REQUIRED.other()));
        assertThat(ParsedCommand.of(one.command()).values(words(required))).isEqualTo(one.values(false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFlagIsTakenFromTheCommandLine(Case one) {
        assertThat(ParsedCommand.of(one.command()).values(words(one.values(true))))
                .isEqualTo(one.values(true));
        assertThat(one.groups())
                .allSatisfy(group -> assertThat(group.values())
                        .allSatisfy(setting -> assertThat(setting.other()).isNotEqualTo(setting.byDefault())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyGetterIsADescribedFlag(Case one) {
        List<String> getters = Stream.of(one.command().options().getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("dev.embeam."))
                .filter(method -> method.getParameterCount() == 0)
                .map(method -> method.getName())
                .toList();
        assertThat(Flag.of(one.command().options()))
                .extracting(flag -> flag.getter().getName())
                .containsExactlyInAnyOrderElementsOf(getters);
        assertThat(Flag.of(one.command().options()))
                .allSatisfy(flag -> assertThat(flag.description()).hasSizeGreaterThan(20));
    }

    @Test
    void everyRunnerConfigParses() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".args")))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file -> assertThat(ParsedCommand.of(new EncodePipeline())
                                    .values("@" + file, "--input=a", "--model=b", "--output=c"))
                            .containsEntry("input", "a"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct.args", "flink-local.args"})
    void localRunnerConfigsRun(String config, @TempDir Path folder) throws IOException {
        Path input = Files.writeString(folder.resolve("a.jsonl"), "{\"id\": 1, \"text\": \"red\"}\n");
        Path model = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        Path output = folder.resolve("output");
        Invocation run = Invocation.of(
                "encode",
                "@" + CONFIGS.resolve(config),
                "--input=" + input,
                "--model=" + model,
                "--output=" + output,
                "--progress=none");
        assertThat(run.err()).isEmpty();
        assertThat(StoredRows.of(output)).containsOnlyKeys("1");
    }

    private static String[] words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }
}
