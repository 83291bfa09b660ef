package dev.embeam.pipeline.bench;

import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.option.EncodingOptions;
import dev.embeam.pipeline.option.ReadOptions;
import dev.embeam.schema.RunManifest;
import dev.embeam.transform.sink.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of {@code encode} in a process of its own, with this process's JVM flags.
 *
 * @param seconds wall time from the start of the process to its end
 * @param documents documents encoded
 * @param residentMebibytes the most memory that was resident; 0 where the system does not tell
 */
record WholeRun(double seconds, long documents, long residentMebibytes) {
    static WholeRun of(BenchOptions options, String input, String model, Path output)
            throws IOException, InterruptedException {
        ChildRun child = ChildRun.of(words(options, input, model, output));
        long documents = OutputFolder.of(output.toString())
                .manifest()
                .map(RunManifest::counts)
                .orElseThrow(() -> new IOException("encode left no manifest.json in " + output))
                .documents();
        return new WholeRun(child.seconds(), documents, child.residentMebibytes());
    }

    private static List<String> words(BenchOptions options, String input, String model, Path output) {
        List<String> words = new ArrayList<>();
        words.add("encode");
        words.addAll(ChildRun.flags(Flag.values(ReadOptions.class, options)));
        words.addAll(ChildRun.flags(Flag.values(EncodingOptions.class, options)));
        // A repeated collection has an id and a text of its own, whatever the fields of the first one were.
        boolean repeated = options.getRepeat() > 1;
        if (repeated) {
            words.removeIf(flag -> flag.startsWith("--idField=") || flag.startsWith("--textFields="));
            words.removeIf(flag -> flag.startsWith("--inputFormat=") || flag.startsWith("--inputCompression="));
        }
        words.addAll(List.of("--input=" + input, "--model=" + model, "--output=" + output, "--overwrite"));
        words.add("--progress=" + options.getProgress());
        return words;
    }
}
