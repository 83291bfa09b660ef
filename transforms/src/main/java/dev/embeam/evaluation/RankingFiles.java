package dev.embeam.evaluation;

import dev.embeam.schema.Task;
import dev.embeam.schema.json.RankingJson;
import dev.embeam.schema.trec.TrecRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files beside a ranking's report: TREC runs, measures by query, and JMTEB's predictions, all of the test part. */
final class RankingFiles {
    /** JMTEB keeps so many predictions of a retrieval; of a reranking it keeps all. */
    private static final int PREDICTIONS = 5;

    private RankingFiles() {}

    static Map<String, List<String>> of(RankingSettings settings, List<RankedSystem> systems) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (RankedSystem system : systems) {
            files.put(runName(files, system), run(system));
        }
        List<String> perQuery = new ArrayList<>();
        List<String> predictions = new ArrayList<>();
        for (RankedSystem system : systems) {
            addQueries(system, perQuery);
            addPredictions(settings.task(), system, predictions);
        }
        files.put("per-query.jsonl", perQuery);
        files.put("predictions.jsonl", predictions);
        return files;
    }

    private static String runName(Map<String, List<String>> files, RankedSystem system) {
        if (files.isEmpty()) {
            return "run.trec";
        }
        String name = "runs/" + tag(system);
        int sameBefore = 1;
        String numbered = name;
        while (files.containsKey(numbered + ".trec")) {
            numbered = name + "-" + ++sameBefore;
        }
        return numbered + ".trec";
    }

    /** The label with a stroke for everything that a column or a file name must not hold. */
    private static String tag(RankedSystem system) {
        return system.label().replaceAll("[\\s/\\\\:*?\"<>|]", "-");
    }

    private static List<String> run(RankedSystem system) {
        Rankings rankings = system.rankings();
        return TrecRun.lines(rankings.part().ids(), rankings.block(), rankings.first(), tag(system));
    }

    private static void addQueries(RankedSystem system, List<String> lines) {
        List<String> ids = system.rankings().part().ids();
        for (int query = 0; query < ids.size(); query++) {
            lines.add(RankingJson.perQuery(
                    ids.get(query),
                    system.label(),
                    system.searched().variant(),
                    system.scores().firstRelevant()[query],
                    system.scores().ofQuery(query)));
        }
    }

    private static void addPredictions(Task task, RankedSystem system, List<String> lines) {
        boolean retrieval = task == Task.RETRIEVAL;
        String field = retrieval ? "predicted_relevant_docs" : "reranked_relevant_docs";
        List<JudgedQuery> queries = system.rankings().part().queries();
        for (int query = 0; query < queries.size(); query++) {
            lines.add(RankingJson.prediction(
                    system.label(),
                    queries.get(query).query(),
                    field,
                    system.rankings().top(query, retrieval ? PREDICTIONS : Integer.MAX_VALUE)));
        }
    }
}
