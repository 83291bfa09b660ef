package dev.embeam.pipeline.fasttext;

import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.fasttext.train.TrainingSettings;
import dev.embeam.pipeline.option.Choice;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns flags into the settings of a training. */
final class TrainingFlags {
    private static final String BY_KIND = "by-kind";
    /** The fasttext tool knows this loss by two names. */
    private static final String LONG_NAME_OF_OVA = "one-vs-all";

    private TrainingFlags() {}

    /** What the flags say, and the fasttext tool's defaults where they leave it open. */
    static TrainingSettings settings(TrainFastTextOptions options) {
        ModelKind kind = Choice.of(ModelKind.class, "kind", options.getKind());
        TrainingSettings defaults = TrainingSettings.defaults(kind);
        FastTextSettings model = defaults.model();
        FastTextSettings chosen = new FastTextSettings(
                options.getDim(),
                options.getWs(),
                options.getEpoch(),
                chosen(options.getMinCount(), model.minCount()),
                options.getNeg(),
                options.getWordNgrams(),
                loss(options.getLoss(), model.loss()),
                kind,
                options.getBucket(),
                chosen(options.getMinn(), model.minn()),
                chosen(options.getMaxn(), model.maxn()),
                options.getLrUpdateRate(),
                asRead(options.getT(), model.t()));
        return new TrainingSettings(
                chosen,
                asRead(options.getLr(), defaults.lr()),
                options.getMinCountLabel(),
                options.getLabel(),
                threads(options.getThreads()),
                options.getSeed(),
                Optional.of(options.getPretrainedVectors()).filter(path -> !path.isEmpty()));
    }

    /** One thread a processor where none are asked for. */
    static int threads(int asked) {
        return asked == 0 ? Runtime.getRuntime().availableProcessors() : asked;
    }

    /** The fasttext tool reads numbers in single precision, while its defaults are in double precision. */
    static double asRead(double value, double byDefault) {
        return value < 0 ? byDefault : (float) value;
    }

    private static int chosen(int value, int byDefault) {
        return value < 0 ? byDefault : value;
    }

    private static Loss loss(String value, Loss byDefault) {
        if (value.equals(BY_KIND)) {
            return byDefault;
        }
        if (value.equals(LONG_NAME_OF_OVA)) {
            return Loss.ONE_VS_ALL;
        }
        return Arrays.stream(Loss.values())
                .filter(loss -> loss.label().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--loss is \"" + value + "\"; expected one of "
                        + Arrays.stream(Loss.values()).map(Loss::label).collect(Collectors.joining(", "))));
    }
}
