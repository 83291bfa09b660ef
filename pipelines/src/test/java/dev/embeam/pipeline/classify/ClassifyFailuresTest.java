package dev.embeam.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.SharedFiles;
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
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the flags is told before the first record, in one line. */
class ClassifyFailuresTest {
    private static final String SECOND = "--second=m --positiveLabel=ja.food --validation=IN ";

    @TempDir
    Path folder;

    @BeforeEach
    void writeDocuments() throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), "{\"id\": 1, \"text\": \"rain\", \"label\": \"en.weather\"}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--topK=0 | topK is 0",
                "--topK=-2 | topK is -2",
                "--threshold=NaN | threshold is NaN",
                "--format=csv | --format is \"csv\"; expected one of parquet, jsonl",
                "--keepFields=labels | labels",
                "--positiveLabel=ja.food | --second",
                "--second=x.bin | --positiveLabel is empty",
                "--second=x.bin --positiveLabel=ja.food | --validation is empty",
                SECOND + "--targetRecall=0 | --targetRecall is 0.0",
                SECOND + "--train=IN | expected the last two with knn and logreg",
                "--second=knn --positiveLabel=ja.food --validation=IN | expected the last two with knn and logreg",
                "--second=x.bin --positiveLabel=zz --validation=IN | expected one of the 12 labels",
                SECOND + "| none of the 1 validation documents has the positive label",
                "--second=nowhere.bin --positiveLabel=en.weather --validation=IN | nowhere.bin"
            })
    void wrongFlagsAreTold(String flags, String expected) {
        Invocation run = classify(
                "sup.bin",
                flags.replace("IN", folder.resolve("in.jsonl").toString()).split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(expected).hasLineCount(1);
        assertThat(folder.resolve("output")).doesNotExist();
    }

    @Test
    void aModelOfWordsIsNoClassifier() {
        Invocation run = classify("sg.bin");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("sg.bin")
                .contains("trained as supervised")
                .hasLineCount(1);
    }

    @Test
    void aModelThatIsNotThereIsTold() {
        Invocation run = classify("nowhere.bin");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.bin").hasLineCount(1);
    }

    @Test
    void documentsWithoutAnyRightLabelCannotBeEvaluated() {
        Invocation run = classify("sup.bin", "--labels=class");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none of 1 documents has a right label").hasLineCount(1);
        assertThat(folder.resolve("output/manifest.json")).doesNotExist();
    }

    private Invocation classify(String model, String... flags) {
        List<String> words = new ArrayList<>(List.of(
                "classify",
                "--runner=DirectRunner",
                "--input=" + folder.resolve("in.jsonl"),
                "--model=" + SharedFiles.path("golden/fasttext/models").resolve(model),
                "--output=" + folder.resolve("output"),
                "--progress=none"));
        words.addAll(List.of(flags));
        return Invocation.of(words.toArray(String[]::new));
    }
}
