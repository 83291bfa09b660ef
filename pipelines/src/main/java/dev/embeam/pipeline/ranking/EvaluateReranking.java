package dev.embeam.pipeline.ranking;

import dev.embeam.lexical.StatisticsOf;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.schema.Task;
import dev.embeam.schema.json.QueryLayout;
import java.util.List;

/**
 * Scores systems by how they order the candidates that each query brings along.
 *
 * <p>Input: queries with candidates and their grades, also in the layouts of JQaRA and JaCWIR; a collection that holds the
 * candidates. Output: as {@link EvaluateRetrieval}.
 *
 * <pre>{@code
 * ./embeam evaluate-reranking --input=corpus.jsonl.gz --queries=test.jsonl --model=models/static-embedding-japanese,bm25 \
 *     --output=scores
 * }</pre>
 */
public final class EvaluateReranking implements Command<RerankingOptions> {
    /** Entry for {@code flink run --class}. */
    public static void main(String[] flags) {
        Launcher.exit(Launcher.run(new EvaluateReranking(), Terminal.ofProcess(), flags));
    }

    @Override
    public String name() {
        return "evaluate-reranking";
    }

    @Override
    public String summary() {
        return "score systems by how they order the candidates of queries";
    }

    @Override
    public Class<RerankingOptions> options() {
        return RerankingOptions.class;
    }

    @Override
    public void run(RerankingOptions options, Terminal terminal) throws Exception {
        StatisticsOf statistics = Choice.of(StatisticsOf.class, "bm25Statistics", options.getBm25Statistics());
        RankingScope scope = new RankingScope(Task.RERANKING, QueryLayout.JMTEB_RERANKING, 1, List.of(1.0), statistics);
        new RankingJob(options, RerankingOptions.class, scope).run(terminal);
    }
}
