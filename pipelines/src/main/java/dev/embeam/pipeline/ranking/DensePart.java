package dev.embeam.pipeline.ranking;

import dev.embeam.model.ModelSettings;
import dev.embeam.pipeline.option.Combinations;
import dev.embeam.pipeline.option.EvaluationSettings;
import dev.embeam.schema.Precision;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.SearchResult;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.Warning;
import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.QueryVectors;
import dev.embeam.search.SearchPlan;
import dev.embeam.search.SearchSystem;
import dev.embeam.transform.embed.EncoderVariant;
import dev.embeam.transform.embed.ModelEncoding;
import dev.embeam.transform.rank.MeasureColumns;
import dev.embeam.transform.rank.SearchVectors;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * All systems of one model, from one scan: limits of tokens, precisions, widths, similarities, shares of the collection.
 *
 * @param model name of the model
 * @param asked flags by which systems of one model differ
 * @param sets the queries
 * @param judged the documents they judge or name
 * @param queryEncoders one a variant of the plan
 * @param documents the vectors of the collection, of the same variants
 */
record DensePart(
        String model,
        RankingOptions asked,
        List<QuerySet> sets,
        JudgedDocuments judged,
        List<EncoderVariant> queryEncoders,
        SearchPlan plan,
        DenseDocuments documents)
        implements RankedPart {
    @Override
    public List<RankedSystem> systems() {
        Combinations combinations = EvaluationSettings.combinations(asked);
        SystemName first = name(plan.systems().get(0));
        return plan.systems().stream()
                .map(system -> new RankedSystem(
                        name(system),
                        system.similarity().label(),
                        true,
                        precision(system).rowBytes(system.dims()),
                        combinations.has(first, name(system))))
                .toList();
    }

    @Override
    public List<Warning> warnings() {
        return EvaluationSettings.missingDims(
                asked, model, plan.variants().get(0).dim());
    }

    /** What a vector went through: its storage, or a precision on top of whole floats. */
    private Precision precision(SearchSystem system) {
        return system.precision() == Precision.FLOAT32 ? documents.precision() : system.precision();
    }

    private SystemName name(SearchSystem system) {
        SystemName name = SystemName.of(model);
        int limit = queryEncoders.get(system.variant()).maxTokens();
        if (limit != ModelSettings.AUTO_TOKENS) {
            name = name.with(SystemName.MAX_TOKENS, limit);
        }
        Precision precision = precision(system);
        if (plan.precisions().size() > 1 || precision != Precision.FLOAT32) {
            name = name.with(SystemName.PRECISION, precision.label());
        }
        if (!asked.getDims().equals("0")) {
            name = name.with(SystemName.DIMS, system.dims());
        }
        if (plan.shares().size() > 1) {
            name = name.with(SystemName.SHARE, system.share());
        }
        return name;
    }

    @Override
    public PCollection<KV<Integer, SearchResult>> search(Pipeline pipeline, int first) {
        SearchVectors search = SearchVectors.of(plan, judged, queries()).withFirstSystem(first);
        if (plan.lacksCalibration()) {
            search = search.withCalibrations(
                    documents.read(pipeline, "measure").apply("Measure columns of " + model, MeasureColumns.create()));
        }
        return documents.read(pipeline, "search").apply("Search with " + model, search);
    }

    /** The vectors of all queries, one set after the other. */
    private List<QueryVectors> queries() {
        List<String> texts = sets.stream()
                .flatMap(set -> set.queries().stream())
                .map(Query::text)
                .toList();
        ModelEncoding encoding = new ModelEncoding(
                queryEncoders.get(0).source(),
                queryEncoders.stream().map(EncoderVariant::maxTokens).toList());
        return encoding.encode(texts).stream()
                .map(vectors -> new QueryVectors(vectors.rows(), vectors.dim(), vectors.values()))
                .toList();
    }

    /** Ranges of columns that nobody has named are found before the search, in a pass of their own. */
    @Override
    public int readings() {
        return documents.readings() * (plan.lacksCalibration() ? 2 : 1);
    }
}
