package dev.embeam.pipeline.compress;

import dev.embeam.transform.compress.SweepSource;
import java.io.IOException;
import org.apache.beam.sdk.io.FileSystems;

/** What is shrunk, from flags. */
final class Sources {
    private Sources() {}

    static SweepSource of(TrialOptions options) {
        return new SweepSource(
                options.getModel(),
                options.getUnknownWords(),
                Recipes.list(options.getWordPairs()),
                options.getMeasuredWords());
    }

    /** Size of a file. */
    static long bytes(String path) throws IOException {
        return FileSystems.matchSingleFileSpec(path).sizeBytes();
    }
}
