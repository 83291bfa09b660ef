package dev.embeam.pipeline.ranking;

import dev.embeam.lexical.StatisticsOf;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.Task;
import dev.embeam.schema.json.QueryLayout;
import java.util.List;

/**
 * Scores systems by what they find for queries in a whole collection.
 *
 * <p>Input: queries with judgements; a collection, or vectors of one. Output: {@code scores.json}, {@code evaluation.json},
 * {@code run.trec}, {@code per-query.jsonl}, {@code predictions.jsonl}, {@code manifest.json}.
 *
 * <pre>{@code
 * ./embeam evaluate-retrieval --input=corpus.jsonl.gz --queries=test.jsonl --validation=validation.jsonl \
 *     --model=models/static-embedding-japanese,bm25 --fusions=rrf --dims=1024,256,64 --output=scores
 * }</pre>
 */
public final class EvaluateRetrieval implements Command<RetrievalOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new EvaluateRetrieval(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "evaluate-retrieval";
    }

    @Override
    public String summary() {
        return "score systems by what they find for queries in a collection";
    }

    @Override
    public Class<RetrievalOptions> options() {
        return RetrievalOptions.class;
    }

    @Override
    public void run(RetrievalOptions options, Terminal terminal) throws Exception {
        List<Double> shares = EvaluationSettings.list(
                "collectionShares", options.getCollectionShares(), Double::valueOf, "numbers above 0 and up to 1");
        if (options.getDepth() < 1) {
            throw new IllegalArgumentException("--depth is " + options.getDepth() + "; expected at least 1");
        }
        RankingScope scope = new RankingScope(
                Task.RETRIEVAL, QueryLayout.JMTEB_RETRIEVAL, options.getDepth(), shares, StatisticsOf.CORPUS);
        new RankingJob(options, RetrievalOptions.class, scope).run(terminal);
    }
}
