package dev.embeam.pipeline.fasttext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fasttext.train.TrainingListener;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.pipeline.Invocation;
import dev.embeam.pipeline.launch.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastTextCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void theFlagsOfTheToolMakeTheModelOfTheTool() throws IOException {
        Path output = folder.resolve("sg.bin");
        Invocation run = Invocation.of(
                "train-fasttext",
                "--input=" + input("train.unsup.txt"),
                "--output=" + output,
                "--kind=skipgram",
                "--dim=10",
                "--minn=0",
                "--maxn=0",
                "--bucket=0",
                "--loss=hs",
                "--minCount=2",
                "--epoch=2",
                "--threads=1",
                "--vectors");
        assertThat(run.err()).startsWith("100.0 % trained").contains("lr 0.00000");
        assertThat(run.exitCode()).isEqualTo(Launcher.DONE);
        assertThat(output).hasSameBinaryContentAs(model("sg-hs-nosub.bin"));
        assertThat(folder.resolve("sg.vec")).hasSameBinaryContentAs(model("sg-hs-nosub.vec"));
        assertThat(names()).containsExactlyInAnyOrder("sg.bin", "sg.vec");
    }

    @Test
    void ratesAreReadInSinglePrecisionAsByTheTool() {
        Path output = folder.resolve("pretrained.bin");
        Invocation run = Invocation.of(
                "train-fasttext",
                "--input=" + input("train.sup.txt"),
                "--output=" + output,
                "--kind=supervised",
                "--dim=20",
                "--pretrainedVectors=" + model("sg.vec"),
                "--bucket=0",
                "--epoch=3",
                "--lr=0.2",
                "--threads=1",
                "--progress=none");
        assertThat(run.err()).isEmpty();
        assertThat(output).hasSameBinaryContentAs(model("sup-pretrained.bin"));
    }

    @Test
    void quantisingGivesTheFileOfTheTool() {
        Path output = folder.resolve("small.ftz");
        Invocation run = Invocation.of(
                "quantize-fasttext",
                "--model=" + model("sup.bin"),
                "--output=" + output,
                "--qnorm",
                "--dsub=4",
                "--progress=none");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("small.ftz");
        assertThat(output).hasSameBinaryContentAs(model("sup-qnorm-dsub4.ftz"));
    }

    @Test
    void aModelThatIsThereStays() throws IOException {
        Path output = Files.writeString(folder.resolve("model.bin"), "precious");
        Invocation run = Invocation.of(
                "train-fasttext", "--input=" + input("train.sup.txt"), "--output=" + output, "--kind=supervised");
        assertThat(run.exitCode()).isEqualTo(Launcher.BAD_INPUT);
        assertThat(run.err()).contains("there already").contains("--overwrite");
        assertThat(output).hasContent("precious");
    }

    @Test
    void modelsOfWordVectorsAreRefusedBeforeAnythingIsWritten() throws IOException {
        Invocation run = Invocation.of(
                "quantize-fasttext", "--model=" + model("sg.bin"), "--output=" + folder.resolve("sg.ftz"));
        assertThat(run.exitCode()).isEqualTo(Launcher.BAD_INPUT);
        assertThat(run.err()).contains("skipgram").contains("compress-fasttext");
        assertThat(names()).isEmpty();
    }

    @Test
    void trainingAgainNeedsATextAndACutoff() {
        String model = "--model=" + model("sup.bin");
        String output = "--output=" + folder.resolve("sup.ftz");
        assertThat(Invocation.of("quantize-fasttext", model, output, "--retrain", "--cutoff=300")
                        .err())
                .contains("--input is missing");
        assertThat(Invocation.of("quantize-fasttext", model, output, "--retrain", "--input=a.txt")
                        .err())
                .contains("expected --cutoff or --targetSize");
        assertThat(Invocation.of("quantize-fasttext", model, output, "--cutoff=300", "--targetSize=100000")
                        .err())
                .contains("expected one of them");
    }

    @Test
    void wrongFlagsAreToldWithWhatWouldBeRight() {
        String output = "--output=" + folder.resolve("model.bin");
        assertThat(Invocation.of("train-fasttext", "--input=" + folder.resolve("no.txt"), output, "--kind=cbow")
                        .err())
                .contains("no.txt, which cannot be opened");
        assertThat(Invocation.of("train-fasttext", "--input=a.txt.gz", output, "--kind=cbow")
                        .err())
                .contains("is compressed");
        assertThat(Invocation.of("train-fasttext", "--input=a.txt", output, "--kind=glove")
                        .err())
                .contains("expected one of cbow, skipgram, supervised");
        assertThat(Invocation.of("train-fasttext", "--input=a.txt", output, "--kind=cbow", "--loss=hinge")
                        .err())
                .contains("expected one of hs, ns, softmax, ova");
    }

    @Test
    void progressIsOneLine() {
        assertThat(TrainingLine.describe(new TrainingListener.Progress(0.25, 3_000_000, 30, 0.0375, 1.25)))
                .isEqualTo("25.0 % trained, 100,000 words/s, lr 0.03750, loss 1.2500, 1:30 left");
        assertThat(TrainingLine.describe(new TrainingListener.Progress(0, 0, 0, 0.05, 0)))
                .isEqualTo("0.0 % trained, 0 words/s, lr 0.05000, loss 0.0000, - left");
    }

    private static Path input(String name) {
        return SharedFiles.path("golden/fasttext/inputs/" + name);
    }

    private static Path model(String name) {
        return SharedFiles.path("golden/fasttext/models/" + name);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
