package dev.embeam.pipeline.fasttext;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextWriter;
import dev.embeam.fasttext.quantize.FastTextQuantizer;
import dev.embeam.fasttext.quantize.QuantizationSettings;
import dev.embeam.fasttext.quantize.TargetSize;
import dev.embeam.fasttext.train.FastTextTrainer;
import dev.embeam.fasttext.train.TrainingSettings;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.storage.BeamFiles;
import dev.embeam.storage.WholeFile;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Makes a fastText classifier small: drops words and n-grams, trains what is left again, and writes codes instead of numbers.
 *
 * <pre>{@code
 * ./embeam quantize-fasttext --model=model.bin --output=model.ftz --input=labelled.txt --cutoff=100000 --retrain --qnorm
 * }</pre>
 */
public final class QuantizeFastText implements Command<QuantizeFastTextOptions> {
    private static final double DEFAULT_LR = 0.05;

    @Override
    public String name() {
        return "quantize-fasttext";
    }

    @Override
    public String summary() {
        return "make a fastText classifier small: fewer words and n-grams, codes instead of numbers";
    }

    @Override
    public Class<QuantizeFastTextOptions> options() {
        return QuantizeFastTextOptions.class;
    }

    @Override
    public void run(QuantizeFastTextOptions options, Terminal terminal) throws Exception {
        FileSystems.setDefaultPipelineOptions(options);
        ProgressMode mode = Choice.of(ProgressMode.class, "progress", options.getProgress());
        check(options);
        WholeFile.checkFree("output", options.getOutput(), options.isOverwrite());
        FastTextModel model = ModelFiles.model(options.getModel());
        QuantizationSettings settings = settings(options, model);
        FastTextModel quantized;
        try (TrainingLine line = new TrainingLine(terminal, mode)) {
            quantized = FastTextQuantizer.quantize(model, settings, retraining(options, line));
        }
        WholeFile.write(options.getOutput(), channel -> FastTextWriter.write(quantized, channel));
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s: %,d words, %,d rows of %,d, %,d bytes of codes and codebooks%n",
                        options.getOutput(),
                        quantized.dictionary().words(),
                        quantized.input().rows(),
                        model.input().rows(),
                        quantized.input().bytes());
    }

    private static void check(QuantizeFastTextOptions options) {
        if (options.getCutoff() > 0 && options.getTargetSize() > 0) {
            throw new IllegalArgumentException("--cutoff is " + options.getCutoff() + " and --targetSize "
                    + options.getTargetSize() + "; expected one of them, as either says how many rows stay");
        }
        if (options.isRetrain() && options.getInput().isEmpty()) {
            throw new IllegalArgumentException(
                    "--input is missing; expected the text to train on, as --retrain is set");
        }
        if (options.isRetrain() && options.getCutoff() == 0 && options.getTargetSize() == 0) {
            throw new IllegalArgumentException("--retrain is set, but nothing is dropped after which to train again;"
                    + " expected --cutoff or --targetSize");
        }
    }

    private static QuantizationSettings settings(QuantizeFastTextOptions options, FastTextModel model) {
        QuantizationSettings settings = new QuantizationSettings(
                options.getCutoff(),
                options.isQnorm(),
                options.isQout(),
                options.getDsub(),
                TrainingFlags.threads(options.getThreads()));
        return options.getTargetSize() == 0
                ? settings
                : settings.withCutoff(TargetSize.cutoff(model, settings, options.getTargetSize()));
    }

    private static Optional<FastTextQuantizer.Retraining> retraining(
            QuantizeFastTextOptions options, TrainingLine line) {
        return options.isRetrain() ? Optional.of(pruned -> retrain(pruned, options, line)) : Optional.empty();
    }

    private static FastTextModel retrain(FastTextModel pruned, QuantizeFastTextOptions options, TrainingLine line)
            throws IOException, InterruptedException {
        TrainingSettings settings = new TrainingSettings(
                pruned.settings().withEpoch(options.getEpoch()),
                TrainingFlags.asRead(options.getLr(), DEFAULT_LR),
                0,
                options.getLabel(),
                TrainingFlags.threads(options.getThreads()),
                0,
                Optional.empty());
        return new FastTextTrainer(new BeamFiles(), line)
                .retrain(pruned, ModelFiles.text(options.getInput()), settings);
    }
}
