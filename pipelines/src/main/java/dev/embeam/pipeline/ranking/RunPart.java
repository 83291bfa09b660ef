package dev.embeam.pipeline.ranking;

import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.Query;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Warning;
import dev.embeam.schema.trec.ScoreRule;
import dev.embeam.schema.trec.TrecRun;
import dev.embeam.storage.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** A system that has run elsewhere: its rankings are read from a TREC run. */
final class RunPart implements RankedPart {
    private final TrecRun run;
    private final List<Query> queries;
    private final ScoreRule rule;

    private RunPart(TrecRun run, List<Query> queries, ScoreRule rule) {
        this.run = run;
        this.queries = queries;
        this.rule = rule;
    }

    static RunPart read(String path, List<Query> queries, ScoreRule rule) throws IOException {
        try (InputStream in = InputFile.open("runs", path)) {
            return new RunPart(TrecRun.read(in, path), queries, rule);
        }
    }

    @Override
    public List<RankedSystem> systems() {
        return List.of(new RankedSystem(SystemName.of(EvaluationSettings.name(run.source())), "", false, 0, true));
    }

    @Override
    public PCollection<KV<Integer, SearchResult>> search(Pipeline pipeline, int first) {
        return pipeline.apply("Run " + run.source(), Create.of(KV.of(first, run.result(queries, rule))));
    }

    @Override
    public int readings() {
        return 0;
    }

    @Override
    public List<Warning> warnings() {
        return run.warnings(queries);
    }
}
