package dev.embeam.transform.compress;

import dev.embeam.compress.CompactReader;
import dev.embeam.compress.FidelityMeter;
import dev.embeam.compress.MeasuredRecipe;
import dev.embeam.compress.Recipe;
import dev.embeam.compress.Shrinker;
import dev.embeam.fasttext.FastTextModel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A model with all that is needed to try recipes on it. Immutable, shared between threads. */
public final class ModelTrial {
    private static final long SEED = 0;

    private final Shrinker shrinker;
    private final FidelityMeter meter;

    private ModelTrial(Shrinker shrinker, FidelityMeter meter) {
        this.shrinker = shrinker;
        this.meter = meter;
    }

    /** Reads the model and what it is measured with. */
    public static ModelTrial of(SweepSource source) {
        FastTextModel model = source.readModel();
        List<byte[]> unknown = source.unknownWords().isEmpty()
                ? FidelityMeter.joinedWords(model.dictionary(), source.words(), SEED)
                : source.readUnknownWords();
        return new ModelTrial(
                new Shrinker(model), FidelityMeter.of(model, source.words(), unknown, source.readWordPairs()));
    }

    /** What makes compact models of it. */
    public Shrinker shrinker() {
        return shrinker;
    }

    /** What measures them. */
    public FidelityMeter meter() {
        return meter;
    }

    /** Tries a recipe on a file of its own, which is mapped as users map it, and deletes the file. */
    MeasuredRecipe measure(Recipe recipe) throws IOException {
        Path file = Files.createTempFile("embeam-", ".ecf");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            shrinker.write(recipe, channel);
            return new MeasuredRecipe(recipe, meter.measure(CompactReader.read(channel, file.toString())));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
