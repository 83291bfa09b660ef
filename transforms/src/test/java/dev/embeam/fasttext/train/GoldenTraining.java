package dev.embeam.fasttext.train;

import dev.embeam.collection.FileAccess;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.FastTextWriter;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.fixture.SharedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The golden models with the settings and the text that each was trained with. */
public final class GoldenTraining {
    private static final double LR_READ_AS_FLOAT = 0.2f;

    /** Opens local files. */
    public static final FileAccess FILES = path -> FileChannel.open(Path.of(path));

    private GoldenTraining() {}

    static Map<String, TrainingSettings> settings() {
        return Map.of(
                "sup", supervised(11, 1, 8, 2, Loss.SOFTMAX, 3000, 2, 4, 0.5),
                "sup-hs", supervised(8, 1, 8, 1, Loss.HIERARCHICAL_SOFTMAX, 1500, 3, 3, 0.5),
                "sup-ns", supervised(8, 1, 8, 1, Loss.NEGATIVE_SAMPLING, 0, 0, 0, 0.5),
                "sup-ova", supervised(8, 1, 8, 3, Loss.ONE_VS_ALL, 1500, 0, 0, 0.5),
                "sup-many", supervised(6, 2, 3, 1, Loss.SOFTMAX, 2_000_000, 0, 0, 0.5),
                "sup-many-hs", supervised(6, 2, 3, 1, Loss.HIERARCHICAL_SOFTMAX, 2_000_000, 0, 0, 0.5),
                "sup-pretrained", withVectors(supervised(20, 1, 3, 1, Loss.SOFTMAX, 0, 0, 0, LR_READ_AS_FLOAT)),
                "sg", words(ModelKind.SKIPGRAM, 20, 5, 5, 2, 5, Loss.NEGATIVE_SAMPLING, 2500, 3, 6),
                "cbow", words(ModelKind.CBOW, 12, 3, 5, 5, 3, Loss.NEGATIVE_SAMPLING, 1000, 2, 3),
                "sg-hs-nosub", words(ModelKind.SKIPGRAM, 10, 5, 2, 2, 5, Loss.HIERARCHICAL_SOFTMAX, 0, 0, 0));
    }

    static String text(String name) {
        String file = switch (name) {
            case "sup-ova" -> "train.multi.txt";
            case "sup-many", "sup-many-hs" -> "train.many.txt";
            case "sg", "cbow", "sg-hs-nosub" -> "train.unsup.txt";
            default -> "train.sup.txt";
        };
        return input(file);
    }

    /** The path of a training text. */
    public static String input(String file) {
        return SharedFiles.path("golden/fasttext/inputs/" + file).toString();
    }

    /** The path of a model. */
    public static Path file(String name) {
        return SharedFiles.path("golden/fasttext/models/" + name);
    }

    /** A golden model. */
    public static FastTextModel model(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name))) {
            return FastTextReader.read(channel, name);
        }
    }

    /** The bytes of a model's file. */
    public static byte[] bytes(FastTextModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FastTextWriter.write(model, Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    private static TrainingSettings supervised(
            int dim, int minCount, int epoch, int ngrams, Loss loss, int bucket, int minn, int maxn, double lr) {
        FastTextSettings model = new FastTextSettings(
                dim, 5, epoch, minCount, 5, ngrams, loss, ModelKind.SUPERVISED, bucket, minn, maxn, 100, 1e-4);
        return new TrainingSettings(model, lr, 0, "__label__", 1, 0, Optional.empty());
    }

    private static TrainingSettings words(
            ModelKind kind,
            int dim,
            int ws,
            int epoch,
            int minCount,
            int neg,
            Loss loss,
            int bucket,
            int minn,
            int maxn) {
        FastTextSettings model =
                new FastTextSettings(dim, ws, epoch, minCount, neg, 1, loss, kind, bucket, minn, maxn, 100, 1e-4);
        return new TrainingSettings(model, 0.05, 0, "__label__", 1, 0, Optional.empty());
    }

    private static TrainingSettings withVectors(TrainingSettings settings) {
        return new TrainingSettings(
                settings.model(),
                settings.lr(),
                0,
                settings.label(),
                1,
                0,
                Optional.of(file("sg.vec").toString()));
    }
}
