package dev.embeam.pipeline.ranking;

import dev.embeam.pipeline.option.Choice;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import dev.embeam.schema.Warning;
import dev.embeam.schema.json.QueryFields;
import dev.embeam.schema.json.QueryLayout;
import dev.embeam.schema.json.QuerySetJson;
import dev.embeam.schema.trec.TrecQrels;
import dev.embeam.storage.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the query files that the flags name, validation first. */
final class QueryFiles {
    private final RankingOptions options;
    private final QueryLayout layout;
    private final List<Warning> warnings = new ArrayList<>();

    /** With the layout that {@code jmteb} stands for. */
    QueryFiles(RankingOptions options, QueryLayout jmteb) {
        this.options = options;
        layout = switch (Choice.of(Layout.class, "layout", options.getLayout())) {
            case JMTEB -> jmteb;
            case JQARA -> QueryLayout.JQARA;
            case JACWIR -> QueryLayout.JACWIR;
            case TREC -> QueryLayout.TEXT_ONLY;
        };
    }

    /** The parts of the data set that there are. */
    List<QuerySet> read() throws IOException {
        if (layout == QueryLayout.TEXT_ONLY) {
            requireJudgements("queries", options.getQueries(), "qrels", options.getQrels());
            requireJudgements("validation", options.getValidation(), "validationQrels", options.getValidationQrels());
        }
        List<QuerySet> sets = new ArrayList<>();
        if (!options.getValidation().isEmpty()) {
            QuerySet validation = read("validation", options.getValidation(), Split.VALIDATION);
            sets.add(judged(validation, "validationQrels", options.getValidationQrels()));
        }
        sets.add(judged(read("queries", options.getQueries(), Split.TEST), "qrels", options.getQrels()));
        return sets;
    }

    private static void requireJudgements(String flag, String queries, String qrelsFlag, String qrels) {
        if (!queries.isEmpty() && qrels.isEmpty()) {
            throw new IllegalArgumentException("--layout is trec, whose queries hold no judgements, and --" + flag
                    + " is " + queries + "; expected --" + qrelsFlag + "=FILE beside it");
        }
    }

    /** What was odd about the files that were read. */
    List<Warning> warnings() {
        return warnings;
    }

    private QuerySet read(String flag, String path, Split split) throws IOException {
        try (InputStream in = InputFile.open(flag, path)) {
            QuerySet set = QuerySetJson.read(in, path, split, layout, fields());
            if (set.size() == 0) {
                throw new IllegalArgumentException(
                        "--" + flag + " is " + path + ", which holds no query; expected one JSON object a line");
            }
            return set;
        }
    }

    private QuerySet judged(QuerySet set, String flag, String path) throws IOException {
        if (path.isEmpty()) {
            return set;
        }
        try (InputStream in = InputFile.open(flag, path)) {
            TrecQrels qrels = TrecQrels.read(in, path);
            QuerySet judged = qrels.judge(set);
            if (judged.size() == 0) {
                throw new IllegalArgumentException("--" + flag + " is " + path + ", which judges none of the "
                        + set.size() + " queries of " + set.source() + "; expected the same ids of queries in both");
            }
            warnings.addAll(qrels.warnings(set));
            return judged;
        }
    }

    private QueryFields fields() {
        QueryFields fields = QueryFields.of(layout);
        for (String word : Settings.names(options.getQueryFields())) {
            String[] renamed = word.split("=", 2);
            fields = switch (renamed.length == 2 ? renamed[0] : "") {
                case "id" -> fields.withId(renamed[1]);
                case "text" -> fields.withText(renamed[1]);
                case "documents" -> fields.withDocuments(renamed[1]);
                case "grades" -> fields.withGrades(renamed[1]);
                default ->
                    throw new IllegalArgumentException(
                            "--queryFields holds \"" + word + "\"; expected id=.., text=.., documents=.. or grades=..");
            };
        }
        return fields;
    }

    /** What {@code --layout} may say. */
    private enum Layout {
        JMTEB,
        JQARA,
        JACWIR,
        TREC
    }
}
