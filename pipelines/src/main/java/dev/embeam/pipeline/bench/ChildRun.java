package dev.embeam.pipeline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command in a process of its own, with this process's JVM flags.
 *
 * @param seconds wall time from the start of the process to its end
 * @param cpuSeconds time of all its threads, as far as it was seen; 0 where the system does not tell
 * @param residentMebibytes the most memory that was resident; 0 where the system does not tell
 */
record ChildRun(double seconds, double cpuSeconds, long residentMebibytes) {
    private static final String MAIN = "dev.embeam.pipeline.Main";

    static ChildRun of(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(words);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        long resident = 0;
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            resident = Math.max(resident, residentMebibytes(process.pid()));
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalArgumentException(words.get(0) + " ended with exit code " + process.exitValue());
        }
        return new ChildRun(seconds, cpu.toMillis() / 1e3, resident);
    }

    /** The flags that have a value, as words. */
    static List<String> flags(Map<String, String> values) {
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
