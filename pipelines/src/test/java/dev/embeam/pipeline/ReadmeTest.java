package dev.embeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureFastText;
import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.encode.EncodeOptions;
import dev.embeam.pipeline.launch.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs tell people to type works, and the table of flags is that of the program. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("embeam.root", ".."));
    private static final String BEGIN = "<!-- flags of encode -->";
    private static final String END = "<!-- end of flags -->";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md"})
    void everyCommandLineParses(String readme) throws IOException {
        List<List<String>> commands = ReadmeCommands.of(read(readme));
        assertThat(commands)
                .as("./embeam commands in fenced blocks of " + readme)
                .isNotEmpty();
        assertThat(commands).allSatisfy(ReadmeTest::assertParses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md"})
    void everyCommandLineRunsOnACollectionAndAModelOfThoseNames(String readme, @TempDir Path folder)
            throws IOException {
        FixtureModel.wide(Files.createDirectories(folder.resolve("models/static-embedding-japanese")), 1024);
        FixtureFastText.write(folder.resolve("models/skipgram.bin"));
        WideFastText.write(folder.resolve("models/cc.en.300.bin"));
        ReadmeData.write(folder, read("README.md"));
        for (List<String> words : ReadmeCommands.of(read(readme))) {
            if (ReadmeCommands.needCluster(words)) {
                continue; // SubmissionClusterIT runs it.
            }
            String[] here = words.stream().map(word -> inside(folder, word)).toArray(String[]::new);
            boolean quickstart = words.equals(List.of("quickstart"));
            Invocation run = quickstart
                    ? Invocation.of("quickstart", "--output=" + folder.resolve("quickstart-output"))
                    : Invocation.of(here);
            assertThat(run.exitCode()).as("%s: %s", words, run.err()).isZero();
            // A slow machine may see lines of progress.
            assertThat(run.err().lines()).as(words.toString()).noneMatch(line -> line.startsWith("embeam"));
        }
    }

    private static String inside(Path folder, String word) {
        return ReadmeCommands.fromRoot(word.replaceFirst(
                        "([=,])(corpus/|tables/|models|texts/|vectors$|vectors-table$|predictions$|sweep$|queries/|sts/|pairs/|labels/|scores/|suite.yaml|report$)",
                        "$1" + folder + "/$2")
                .replaceFirst("=\\.$", "=" + folder));
    }

    @Test
    void tableOfFlagsIsThatOfTheProgram() throws IOException {
        String text = read("README.md");
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        assertThat(from >= 0 && to > from)
                .as("README.md holds the table of encode's flags between %s and %s", BEGIN, END)
                .isTrue();
        if (Boolean.getBoolean("embeam.updateReadme")) {
            text = text.substring(0, from + BEGIN.length()) + "\n" + table() + text.substring(to);
            Files.writeString(ROOT.resolve("README.md"), text);
            to = text.indexOf(END);
        }
        assertThat(text.substring(from + BEGIN.length(), to).strip())
                .as("the table of flags in README.md; -Dembeam.updateReadme=true rewrites it")
                .isEqualTo(table().strip());
    }

    private static String table() {
        return Flag.of(EncodeOptions.class).stream()
                .map(flag -> "| `--" + flag.name() + "` | " + flag.description().replace("|", "\\|") + " |\n")
                .collect(Collectors.joining("", "| flag | what it does |\n| --- | --- |\n", ""));
    }

    private static void assertParses(List<String> words) {
        String name = words.isEmpty() ? "help" : words.get(0);
        // A placeholder such as <command> stands for any of them.
        if (name.equals("help") || name.equals("--help") || name.startsWith("<")) {
            return;
        }
        ParsedCommand<?> command = ParsedCommand.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no command \"" + name + "\""));
        command.values(words.stream().skip(1).map(ReadmeCommands::fromRoot).toArray(String[]::new));
    }

    private static String read(String readme) throws IOException {
        Path file = ROOT.resolve(readme);
        assertThat(file).as("every README is there").isRegularFile();
        return Files.readString(file);
    }
}
