package dev.embeam.report;

import dev.embeam.schema.Comparison;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.Spread;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A benchmark such as JMTEB with six models gives, with made-up scores that are near to real ones. */
final class MadeUpBenchmark {
    private static final Map<String, Integer> MODELS = models();
    private static final int[] WIDTHS = {1024, 512, 256, 128, 64, 32};
    private static final double[] SHARES = {0.01, 0.03, 0.1, 0.3, 1};
    private static final int[] LENGTHS = {32, 64, 128, 256};

    private final SplittableRandom random = new SplittableRandom(7);

    private MadeUpBenchmark() {}

    static BenchmarkReport sixModelsOverSixteenSets() {
        MadeUpBenchmark made = new MadeUpBenchmark();
        List<EvaluationReport> reports = new ArrayList<>();
        for (String name : List.of(
                "jagovfaqs_22k",
                "jaqket",
                "mrtydi",
                "nlp_journal_abs_intro",
                "nlp_journal_title_abs",
                "nlp_journal_title_intro")) {
            reports.add(made.report(Task.RETRIEVAL, name, "jmteb:ndcg@10", "jmteb:mrr@10", 0.62));
        }
        reports.add(made.report(Task.RERANKING, "esci", "jmteb:ndcg@10", "jmteb:ndcg@20", 0.92));
        for (String name : List.of(
                "amazon_counterfactual_classification",
                "amazon_review_classification",
                "massive_intent_classification",
                "massive_scenario_classification")) {
            reports.add(made.report(Task.CLASSIFICATION, name, "jmteb:macro_f1", "jmteb:accuracy", 0.67));
        }
        reports.add(
                made.report(Task.CLUSTERING, "livedoor_news", "jmteb:v_measure_score", "jmteb:homogeneity_score", 0.5));
        reports.add(
                made.report(Task.CLUSTERING, "mewsc16_ja", "jmteb:v_measure_score", "jmteb:homogeneity_score", 0.4));
        reports.add(made.report(Task.STS, "jsts", "jmteb:spearman", "jmteb:pearson", 0.78));
        reports.add(made.report(Task.STS, "jsick", "jmteb:spearman", "jmteb:pearson", 0.81));
        reports.add(made.report(Task.PAIR_CLASSIFICATION, "paws_x_ja", "jmteb:binary_f1", "jmteb:accuracy", 0.62));
        return new BenchmarkReport("JMTEB v1, made up", reports);
    }

    private static Map<String, Integer> models() {
        Map<String, Integer> models = new LinkedHashMap<>();
        models.put("static-embedding-japanese", 1024);
        models.put("ja-static-256", 256);
        models.put("potion-multilingual-128M", 256);
        models.put("fasttext-ja-300", 256);
        models.put("bm25", 0);
        models.put("rrf(static-embedding-japanese,bm25)", 0);
        return models;
    }

    private EvaluationReport report(Task task, String dataset, String main, String other, double level) {
        List<SystemReport> systems = new ArrayList<>();
        boolean ranking = task == Task.RETRIEVAL || task == Task.RERANKING;
        MODELS.forEach((model, width) -> {
            if (ranking || width > 0) {
                systems.addAll(systems(task, model, width, main, other, level + 0.04 * random.nextDouble() - 0.02));
            }
        });
        return new EvaluationReport(
                task, dataset, main, 404, systems, comparisons(systems, main), warnings(dataset), settings(dataset));
    }

    private List<SystemReport> systems(Task task, String model, int width, String main, String other, double level) {
        List<SystemReport> systems = new ArrayList<>();
        SystemName name = SystemName.of(model);
        if (width == 0 && (task != Task.RETRIEVAL || !model.equals("bm25"))) {
            systems.add(system(task, name, main, other, level + 0.01, 0));
        }
        for (int dims : WIDTHS) {
            if (dims <= width && (task != Task.RETRIEVAL || dims < 1024)) {
                SystemName narrow = name.with(SystemName.DIMS, dims);
                double score = level - 0.25 / Math.sqrt(dims) - 0.00002 * (1024 - dims);
                systems.add(system(task, narrow, main, other, score, dims));
            }
        }
        if (model.startsWith("static")) {
            for (int length : LENGTHS) {
                systems.add(system(
                        task,
                        name.with(SystemName.DIMS, 1024).with(SystemName.MAX_TOKENS, length),
                        main,
                        other,
                        level - 0.9 / length,
                        length));
            }
        }
        if (task == Task.RETRIEVAL && (model.startsWith("static") || model.equals("bm25"))) {
            double fall = width == 0 ? 0.03 : 0.055;
            for (double share : SHARES) {
                SystemName part = width == 0 ? name : name.with(SystemName.DIMS, 1024);
                systems.add(system(
                        task, part.with(SystemName.SHARE, share), main, other, level - fall * Math.log10(share), 1024));
            }
        }
        return systems;
    }

    private SystemReport system(Task task, SystemName name, String main, String other, double score, int cost) {
        double half = 0.012 + 0.01 * random.nextDouble();
        MeasureValue value = new MeasureValue(
                main,
                score,
                new Interval(score - half, score + half * 0.9),
                task == Task.RETRIEVAL ? Optional.of(new Interval(score - 0.0004, score + 0.0011)) : Optional.empty(),
                task == Task.CLUSTERING
                        ? Optional.of(Spread.of(score - 0.01, score, score + 0.015, score - 0.02))
                        : Optional.empty());
        String variant = switch (task) {
            case CLASSIFICATION -> "logreg";
            case CLUSTERING -> "AgglomerativeClustering";
            default -> "cosine_similarity";
        };
        Map<String, Double> costs = cost == 0
                ? Map.of("searchSeconds", 1.25)
                : Map.of(
                        "bytesPerDocument",
                        4.0 * cost,
                        "searchSeconds",
                        0.02 + cost / 300.0,
                        "encodeSeconds",
                        0.4 + cost / 90.0,
                        "encodedTexts",
                        22_794.0);
        return new SystemReport(
                name,
                variant,
                Map.of(variant, Map.of(main, score)),
                List.of(
                        value,
                        MeasureValue.of(other, score * 0.93, new Interval(score * 0.93 - half, score * 0.93 + half))),
                costs);
    }

    private static List<Comparison> comparisons(List<SystemReport> systems, String main) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            for (int j = i + 1; j < systems.size(); j++) {
                double difference = systems.get(i).value(main).value()
                        - systems.get(j).value(main).value();
                double p = Math.exp(-Math.abs(difference) * 90);
                comparisons.add(new Comparison(
                        systems.get(i).system(), systems.get(j).system(), main, difference, p, Math.min(1, p * 3)));
            }
        }
        return comparisons;
    }

    private static List<Warning> warnings(String dataset) {
        return switch (dataset) {
            case "jagovfaqs_22k" ->
                List.of(new Warning(
                        "equal-scores",
                        659,
                        "documents with equal texts have equal scores; where one of them is relevant the score depends on"
                                + " the order of ids (d17, d204, d918)"));
            case "mrtydi" ->
                List.of(
                        new Warning("zero-vectors", 12, "texts of which no token counts rank last (q9, q31)"),
                        new Warning(
                                "equal-scores", 18_024, "documents with equal texts have equal scores (1#0, 17#3)"));
            default -> List.of();
        };
    }

    private static Map<String, String> settings(String dataset) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dataset", dataset);
        settings.put("input", "data/" + dataset + "/corpus.jsonl.gz");
        settings.put("queries", "data/" + dataset + "/test.jsonl.gz");
        settings.put("profile", "jmteb");
        settings.put("seed", "42");
        settings.put("bootstrapSamples", "1000");
        IntStream.range(0, 2).forEach(i -> settings.put("unset" + i, ""));
        settings.put("version.embeam", "0.1.0");
        return settings;
    }
}
