package dev.embeam.pipeline.benchmark;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.suite.SuiteDataset;
import dev.embeam.schema.suite.SuiteFile;
import dev.embeam.transform.embed.ModelSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * Where the files and models of a suite are.
 *
 * @param suite the suite's file, for messages
 * @param data folder of the files
 * @param models folder of the models
 */
record SuitePaths(String suite, String data, String models) {
    static SuitePaths of(BenchmarkOptions options) {
        int slash = options.getSuite().lastIndexOf('/');
        String own = slash < 0 ? "." : options.getSuite().substring(0, slash);
        return new SuitePaths(
                options.getSuite(),
                options.getData().isEmpty() ? own : options.getData(),
                options.getModels().isEmpty() ? own : options.getModels());
    }

    List<String> data(List<String> files) {
        return files.stream().map(file -> resolve(data, file)).toList();
    }

    List<String> models(List<String> names) {
        return names.stream()
                .map(name -> name.equals(EvaluationFlags.BM25) ? name : resolve(models, name))
                .toList();
    }

    /**
     * All files of a data set and its models, each with its size and the time of its last change, in a fixed order.
     *
     * @throws CorruptDataException for a file or a model that is not there, told by its place in the suite
     */
    List<String> describe(SuiteDataset dataset) throws IOException {
        List<String> found = new ArrayList<>();
        for (SuiteFile file : SuiteFile.values()) {
            for (String path : data(dataset.files(file))) {
                found.addAll(match(path, dataset.position() + "." + file.label(), "a file; --data names the folder"));
            }
        }
        for (String model : models(EvaluationFlags.models(dataset))) {
            if (!model.equals(EvaluationFlags.BM25)) {
                found.addAll(match(
                        ModelSource.of(model).isFastText() ? model : model + "/**",
                        dataset.position() + ".models",
                        "a model; --models names the folder"));
            }
        }
        return found;
    }

    private List<String> match(String path, String position, String expected) throws IOException {
        MatchResult result = FileSystems.match(path, EmptyMatchTreatment.DISALLOW);
        if (result.status() != MatchResult.Status.OK) {
            throw new CorruptDataException(suite, position, "nothing at " + path, expected + " that paths start from");
        }
        return result.metadata().stream()
                .map(file -> file.resourceId() + " " + file.sizeBytes() + " bytes " + file.lastModifiedMillis())
                .sorted()
                .toList();
    }

    private static String resolve(String folder, String path) {
        boolean absolute = path.startsWith("/") || path.matches("[a-z0-9]+://.*");
        return absolute || folder.equals(".") ? path : folder.replaceFirst("/+$", "") + "/" + path;
    }
}
