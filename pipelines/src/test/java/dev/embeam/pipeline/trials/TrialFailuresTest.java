package dev.embeam.pipeline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.pipeline.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations that cannot be done: exit code 2 before the job, one line, nothing written. */
class TrialFailuresTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeModelAndSets() throws IOException {
        FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        Files.writeString(folder.resolve("good.jsonl"), """
                {"text": "red", "label": "a"}
                {"text": "green", "label": "b"}
                {"text": "red red", "label": "a"}
                """);
        Files.writeString(folder.resolve("one.jsonl"), "{\"text\": \"red\", \"label\": 1}\n");
        Files.writeString(folder.resolve("bad.jsonl"), "{\"text\": \"red\", \"label\": 1}\n{\"text\": \"red\"}\n");
        Files.writeString(folder.resolve("empty.jsonl"), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--test=none.jsonl|--test is ",
                "--test=bad.jsonl|bad.jsonl, line 2: there is no field \"label\"",
                "--test=empty.jsonl|the file has no lines",
                "--test=one.jsonl|has the class 1 alone; expected two classes",
                "--validation=none.jsonl|--validation is ",
                "--textField=body|there is no field \"body\"",
                "--dims=3|--dims is 3, but the vectors of",
                "--dims=-1|--dims is -1",
                "--seeds=0|seeds are 0",
                "--bootstrapSamples=0|bootstrap samples are 0",
                "--profile=x|--profile is \"x\"",
                "--quirks=labels-by-part|--quirks",
                "--model=/nowhere/at-all|/nowhere/at-all",
                "--precisions=int4|--precisions",
                "--progress=loud|--progress is \"loud\""
            })
    void wrongSettingOrFileIsExitCodeTwoWithOneLine(String flagAndMessage) {
        int bar = flagAndMessage.indexOf('|');
        String flag = flagAndMessage.substring(0, bar);
        Invocation run = evaluate(flag.endsWith(".jsonl") ? flag.replace("=", "=" + folder + "/") : flag);
        assertThat(run.err()).contains(flagAndMessage.substring(bar + 1)).startsWith("embeam evaluate-clustering: ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("output")).doesNotExist();
    }

    @Test
    void finishedOutputIsReplacedOnlyWhenAsked() {
        assertThat(evaluate("--seeds=2").err()).isEmpty();
        assertThat(folder.resolve("output")).isDirectoryContaining("glob:**/manifest.json");
        assertThat(evaluate("--seeds=2").err()).contains("--overwrite");
        assertThat(evaluate("--seeds=2", "--overwrite=true").exitCode()).isZero();
    }

    @Test
    void classificationNeedsATrainPart() {
        Invocation run = Invocation.of(
                "evaluate-classification",
                "--model=" + folder.resolve("model"),
                "--test=" + folder.resolve("good.jsonl"),
                "--output=" + folder.resolve("output"));
        assertThat(run.err()).contains("--train is empty");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private Invocation evaluate(String... flags) {
        List<String> words = new ArrayList<>(List.of(
                "evaluate-clustering",
                "--model=" + folder.resolve("model"),
                "--test=" + folder.resolve("good.jsonl"),
                "--output=" + folder.resolve("output"),
                "--runner=DirectRunner",
                "--progress=none"));
        for (String flag : flags) {
            String name = flag.substring(0, flag.indexOf('=') + 1);
            words.removeIf(word -> word.startsWith(name));
            words.add(flag);
        }
        return Invocation.of(words.toArray(String[]::new));
    }
}
