package dev.embeam.pipeline.gate;

import dev.embeam.pipeline.option.Choice;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.Split;
import dev.embeam.schema.Task;
import dev.embeam.schema.json.QueryFields;
import dev.embeam.schema.json.QueryLayout;
import dev.embeam.schema.json.QuerySetJson;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteFile;
import dev.embeam.schema.suite.SuiteReader;
import dev.embeam.schema.suite.SuiteSetting;
import dev.embeam.storage.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data sets of a suite that rank documents, with their queries; paths start from the suite's own folder. */
final class GateSuite {
    private final String file;

    GateSuite(String file) {
        this.file = file;
    }

    /**
     * The data sets.
     *
     * @throws IllegalArgumentException when there is none
     * @throws CorruptDataException for a suite or queries that cannot be read
     */
    List<GateDataset> read() throws IOException {
        List<GateDataset> datasets = new ArrayList<>();
        try (InputStream in = InputFile.open("gateSuite", file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (SuiteDataset dataset : SuiteReader.read(text, file).datasets()) {
                if (dataset.task() == Task.RETRIEVAL || dataset.task() == Task.RERANKING) {
                    datasets.add(dataset(dataset));
                }
            }
        }
        if (datasets.isEmpty()) {
            throw new IllegalArgumentException("--gateSuite is " + file
                    + ", which has no data set that ranks documents; expected one of the task Retrieval or Reranking");
        }
        return datasets;
    }

    private GateDataset dataset(SuiteDataset dataset) throws IOException {
        GateDataset read = new GateDataset(dataset, sets(dataset));
        try {
            read.settings();
        } catch (IllegalArgumentException wrong) {
            throw new CorruptDataException(
                    file, dataset.position(), String.valueOf(wrong.getMessage()), "settings of a ranking", wrong);
        }
        return read;
    }

    private List<QuerySet> sets(SuiteDataset dataset) throws IOException {
        List<QuerySet> sets = new ArrayList<>();
        for (String path : dataset.files(SuiteFile.VALIDATION)) {
            sets.add(set(dataset, path, Split.VALIDATION));
        }
        for (String path : dataset.files(SuiteFile.TEST)) {
            sets.add(set(dataset, path, Split.TEST));
        }
        return sets;
    }

    private QuerySet set(SuiteDataset dataset, String path, Split split) throws IOException {
        String resolved = resolve(path);
        QueryLayout layout = layout(dataset);
        try (InputStream in = InputFile.open("gateSuite", resolved)) {
            QuerySet set = QuerySetJson.read(in, resolved, split, layout, QueryFields.of(layout));
            if (set.size() == 0) {
                throw new CorruptDataException(resolved, "", "no query", "one JSON object a line");
            }
            return set;
        }
    }

    private static QueryLayout layout(SuiteDataset dataset) {
        if (dataset.task() == Task.RETRIEVAL) {
            return QueryLayout.JMTEB_RETRIEVAL;
        }
        List<String> named = dataset.settings().values(SuiteSetting.LAYOUT);
        return named.isEmpty() || named.get(0).equals("jmteb")
                ? QueryLayout.JMTEB_RERANKING
                : Choice.of(QueryLayout.class, "layout", named.get(0));
    }

    private String resolve(String path) {
        int slash = file.lastIndexOf('/');
        boolean absolute = path.startsWith("/") || path.matches("[a-z0-9]+://.*");
        return absolute || slash < 0 ? path : file.substring(0, slash + 1) + path;
    }
}
