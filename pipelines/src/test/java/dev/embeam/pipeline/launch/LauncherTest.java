package dev.embeam.pipeline.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.schema.CorruptDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);

    /** Flags of a command that fails as it is told. */
    public interface FailOptions extends PipelineOptions {
        @Description("How to fail.")
        @Validation.Required
        String getHow();

        void setHow(String how);

        @Description("How often, in times.")
        @Default.Integer(3)
        int getTimes();

        void setTimes(int times);
    }

    private static final class Fail implements Command<FailOptions> {
        @Override
        public String name() {
            return "fail";
        }

        @Override
        public String summary() {
            return "fails as it is told";
        }

        @Override
        public Class<FailOptions> options() {
            return FailOptions.class;
        }

        @Override
        public void run(FailOptions options, Terminal terminal) throws Exception {
            switch (options.getHow()) {
                case "setting" -> throw new IllegalArgumentException("a setting\nis wrong");
                case "file" -> throw new CorruptDataException("a.txt", "byte 3", "nothing", "something");
                case "gate" -> throw new GateFailedException("it is worse");
                case "job" -> throw new JobFailedException("it broke", new RuntimeException("inside"));
                default -> terminal.out().println("done " + options.getTimes());
            }
        }
    }

    @Test
    void successIsZero() {
        assertThat(run("fail", "--how=not", "--times=5")).isZero();
        assertThat(out()).isEqualTo("done 5\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void aFailedJobIsOne() {
        assertThat(run("fail", "--how=job")).isEqualTo(1);
        assertThat(err()).isEqualTo("embeam fail: it broke\n");
    }

    @Test
    void aFailedGateIsThree() {
        assertThat(run("fail", "--how=gate")).isEqualTo(3);
        assertThat(err()).isEqualTo("embeam fail: it is worse\n");
    }

    @Test
    void wordsGoToACommandThatTakesThem() {
        assertThat(Launcher.run(new Say(), terminal, "well", "--how=not", "done"))
                .isZero();
        assertThat(Launcher.run(new Say(), terminal, "--help")).isZero();
        assertThat(out()).startsWith("[well, done] not\n").contains("usage: ./embeam say WORD... --flag=value ...");
    }

    private static final class Say implements Command<FailOptions> {
        @Override
        public String name() {
            return "say";
        }

        @Override
        public String summary() {
            return "says words";
        }

        @Override
        public String words() {
            return "WORD...";
        }

        @Override
        public Class<FailOptions> options() {
            return FailOptions.class;
        }

        @Override
        public void run(FailOptions options, Terminal where) {
            run(options, List.of(), where);
        }

        @Override
        public void run(FailOptions options, List<String> words, Terminal where) {
            where.out().println(words + " " + options.getHow());
        }
    }

    @Test
    void badSettingsAndFilesAreTwoWithOneLine() {
        assertThat(run("fail", "--how=setting")).isEqualTo(2);
        assertThat(run("fail", "--how=file")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("embeam fail: a setting is wrong\n"
                        + "embeam fail: a.txt, byte 3: nothing; expected something\n");
    }

    @Test
    void wrongUsageIsTwoWithOneLine() {
        assertThat(run("fial")).isEqualTo(2);
        assertThat(run("fail")).isEqualTo(2);
        assertThat(run("fail", "--how=not", "--tiems=1")).isEqualTo(2);
        assertThat(run("fail", "--how=not", "--times=many")).isEqualTo(2);
        assertThat(run("fail", "how")).isEqualTo(2);
        assertThat(err().lines()).hasSize(5).allMatch(line -> line.startsWith("embeam"));
        assertThat(err()).contains("expected one of [fail]", "--how", "Did you mean 'times'", "many");
    }

    @Test
    void aStackTraceComesOnlyWhenAskedFor() {
        assertThat(run("fail", "--how=job")).isEqualTo(1);
        assertThat(err()).doesNotContain("at dev.embeam");
    }

    @Test
    void helpListsCommandsAndFlagsWithTheirDefaults() {
        assertThat(run("help")).isZero();
        assertThat(run("fail", "--help")).isZero();
        assertThat(out()).contains("fails as it is told", "--how", "Required.", "--times", "Default: 3.");
    }

    @Test
    void flagsComeFromAFileAndLaterOnesWin(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("some.args");
        Files.writeString(file, "# a comment\n\n--how=not\n--times=7\n");
        assertThat(run("fail", "@" + file, "--times=8")).isZero();
        assertThat(out()).isEqualTo("done 8\n");
        assertThat(run("fail", "@" + folder.resolve("none.args"))).isEqualTo(2);
        assertThat(err()).contains("none.args");
    }

    @Test
    void theInnermostMessageIsTheReason() {
        Exception failure =
                new RuntimeException("outer", new IllegalStateException(new RuntimeException("the reason")));
        assertThat(Job.reason(failure)).isEqualTo("RuntimeException: the reason");
        Exception ours = new RuntimeException("outer", new CorruptDataException("a", "", "b", "c"));
        assertThat(Job.reason(ours)).isEqualTo("a: b; expected c");
        Exception explained = new JobFailedException("no room for it", new IOException("No space left on device"));
        assertThat(Job.reason(new RuntimeException("outer", explained))).isEqualTo("no room for it");
    }

    @Test
    void theReasonIsToldAsWellWhenAClusterHasSentIt() {
        Exception ours = new RuntimeException("outer", new CorruptDataException("a", "", "b", "c"));
        assertThat(Job.reason(new RuntimeException("job failed", new SerializedThrowable(ours))))
                .isEqualTo("a: b; expected c");
    }

    private int run(String... words) {
        return Launcher.run(List.of(new Fail()), terminal, words);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
