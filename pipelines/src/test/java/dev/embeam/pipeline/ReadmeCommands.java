package dev.embeam.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a README tells people to type. */
public final class ReadmeCommands {
    private static final Path ROOT = Path.of(System.getProperty("embeam.root", ".."));
    private static final Pattern FENCED = Pattern.compile("(?ms)^```[^\\n]*\\n(.*?)^```");
    /** Up to a comment, a pipe, a redirection or the next command. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|\\s)\\./embeam((?:[ \\t]+(?:[^\\s#|>&;'\"]|'[^']*'|\"[^\"]*\")+)*)");

    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

    private ReadmeCommands() {}

    /** The words after {@code ./embeam} in fenced blocks. */
    public static List<List<String>> of(String markdown) {
        List<List<String>> commands = new ArrayList<>();
        for (String line : lines(markdown)) {
            Matcher command = COMMAND.matcher(line);
            while (command.find()) {
                commands.add(words(command.group(1)));
            }
        }
        return commands;
    }

    /** Whether a command is for a cluster, which a test has to start. */
    public static boolean needCluster(List<String> words) {
        return words.contains("@runner-configs/flink-cluster.args");
    }

    /** The lines of fenced blocks, those that go on joined. */
    public static List<String> lines(String markdown) {
        List<String> lines = new ArrayList<>();
        Matcher block = FENCED.matcher(markdown);
        while (block.find()) {
            block.group(1).replaceAll("\\\\\\R\\s*", " ").lines().forEach(lines::add);
        }
        return lines;
    }

    /** The words of a line, as a shell would take them. */
    public static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replaceAll("['\"]", ""))
                .toList();
    }

    /** A file of flags where it is. */
    public static String fromRoot(String word) {
        return word.startsWith("@") ? "@" + ROOT.resolve(word.substring(1)) : word;
    }
}
