package dev.embeam.pipeline.fasttext;

import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.FastTextWriter;
import dev.embeam.fasttext.train.FastTextTrainer;
import dev.embeam.fasttext.train.TrainingSettings;
import dev.embeam.fasttext.train.VectorFileWriter;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.Choice;
import dev.embeam.storage.BeamFiles;
import dev.embeam.storage.WholeFile;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Trains a fastText model on one machine: a classifier or word vectors. With one thread the file is the fasttext tool's.
 *
 * <pre>{@code
 * ./embeam train-fasttext --input=labelled.txt --output=model.bin --kind=supervised --epoch=10 --wordNgrams=2
 * }</pre>
 */
public final class TrainFastText implements Command<TrainFastTextOptions> {
    @Override
    public String name() {
        return "train-fasttext";
    }

    @Override
    public String summary() {
        return "train a fastText classifier or fastText word vectors on a file of text";
    }

    @Override
    public Class<TrainFastTextOptions> options() {
        return TrainFastTextOptions.class;
    }

    @Override
    public void run(TrainFastTextOptions options, Terminal terminal) throws Exception {
        FileSystems.setDefaultPipelineOptions(options);
        TrainingSettings settings = TrainingFlags.settings(options);
        ProgressMode mode = Choice.of(ProgressMode.class, "progress", options.getProgress());
        String vectors = vectorsPath(options.getOutput());
        WholeFile.checkFree("output", options.getOutput(), options.isOverwrite());
        if (options.isVectors()) {
            WholeFile.checkFree("vectors", vectors, options.isOverwrite());
        }
        FastTextModel model;
        try (TrainingLine line = new TrainingLine(terminal, mode)) {
            model = new FastTextTrainer(new BeamFiles(), line).train(ModelFiles.text(options.getInput()), settings);
        }
        if (options.isVectors()) {
            WholeFile.write(vectors, channel -> VectorFileWriter.write(model, channel));
        }
        WholeFile.write(options.getOutput(), channel -> FastTextWriter.write(model, channel));
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s: %,d words, %,d labels, %d columns%n",
                        options.getOutput(),
                        model.dictionary().words(),
                        model.dictionary().labels(),
                        model.settings().dim());
    }

    private static String vectorsPath(String output) {
        String name = output.endsWith(".bin") ? output.substring(0, output.length() - ".bin".length()) : output;
        return name + ".vec";
    }
}
