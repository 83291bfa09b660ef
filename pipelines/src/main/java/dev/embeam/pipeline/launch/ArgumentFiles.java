package dev.embeam.pipeline.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces a word {@code @path} by the flags in that file, as those under {@code runner-configs}: one a line; blank lines
 * and lines that start with {@code #} do not count. Flags that come later on the command line win.
 */
final class ArgumentFiles {
    private ArgumentFiles() {}

    /**
     * @throws IOException for a file that cannot be read
     */
    static String[] expand(String... words) throws IOException {
        List<String> flags = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("@")) {
                flags.addAll(read(Path.of(word.substring(1))));
            } else {
                flags.add(word);
            }
        }
        return lastOfEach(flags).toArray(String[]::new);
    }

    private static List<String> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (NoSuchFileException e) {
            throw new IOException("no file " + file + " with flags; expected the path of a text file after @", e);
        }
    }

    private static List<String> lastOfEach(List<String> flags) {
        List<String> kept = new ArrayList<>();
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            if (equals > 0) {
                String name = flag.substring(0, equals + 1);
                kept.removeIf(earlier -> earlier.startsWith(name));
            }
            kept.add(flag);
        }
        return kept;
    }
}
