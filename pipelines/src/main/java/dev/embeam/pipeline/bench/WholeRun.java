package dev.embeam.pipeline.bench;

import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.option.EncodingOptions;
import dev.embeam.pipeline.option.ReadOptions;
import dev.embeam.schema.RunManifest;
import dev.embeam.transform.sink.OutputFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code encode} in a process of its own, with this process's JVM flags.
 *
 * @param seconds wall time from the start of the process to its end
 * @param documents documents encoded
 * @param residentMebibytes the most memory that was resident; 0 where the system does not tell
 */
record WholeRun(double seconds, long documents, long residentMebibytes) {
    private static final String MAIN = "dev.embeam.pipeline.Main";

    static WholeRun of(BenchOptions options, String input, String model, Path output)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(options, input, model, output))
                .inheritIO()
                .start();
        long resident = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            resident = Math.max(resident, residentMebibytes(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalArgumentException("encode ended with exit code " + process.exitValue());
        }
        long documents = OutputFolder.of(output.toString())
                .manifest()
                .map(RunManifest::counts)
                .orElseThrow(() -> new IOException("encode left no manifest.json in " + output))
                .documents();
        return new WholeRun(seconds, documents, resident);
    }

    private static List<String> command(BenchOptions options, String input, String model, Path output) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "encode"));
        command.addAll(flags(Flag.values(ReadOptions.class, options)));
        command.addAll(flags(Flag.values(EncodingOptions.class, options)));
        // A repeated collection has an id and a text of its own, whatever the fields of the first one were.
        boolean repeated = options.getRepeat() > 1;
        if (repeated) {
            command.removeIf(flag -> flag.startsWith("--idField=") || flag.startsWith("--textFields="));
            command.removeIf(flag -> flag.startsWith("--inputFormat=") || flag.startsWith("--inputCompression="));
        }
        command.addAll(List.of("--input=" + input, "--model=" + model, "--output=" + output, "--overwrite"));
        command.add("--progress=" + options.getProgress());
        return command;
    }

    private static List<String> flags(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(flag -> !flag.getValue().isEmpty())
                .map(flag -> "--" + flag.getKey() + "=" + flag.getValue())
                .toList();
    }

    private static long residentMebibytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
