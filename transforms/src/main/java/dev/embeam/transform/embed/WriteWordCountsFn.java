package dev.embeam.transform.embed;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.document.WordCountsFile;
import dev.embeam.fasttext.document.WordTally;
import dev.embeam.model.TextEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/** Writes the counts of words to the file whose path comes in. */
final class WriteWordCountsFn extends ModelFn<String, Void> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Map<Integer, Long>> counts;
    private transient @Nullable Dictionary dictionary;

    WriteWordCountsFn(ModelSource source, PCollectionView<Map<Integer, Long>> counts) {
        super(source);
        this.counts = counts;
    }

    @Override
    void use(TextEncoder model) {
        dictionary = CountWordsFn.dictionary(model);
    }

    /** One path to one file. */
    @ProcessElement
    public void process(@Element String path, ProcessContext context) throws IOException {
        Dictionary words = Objects.requireNonNull(dictionary);
        try (OutputStream out = new BufferedOutputStream(Channels.newOutputStream(
                FileSystems.create(FileSystems.matchNewResource(path, false), "text/tab-separated-values")))) {
            WordCountsFile.write(words, WordTally.counts(context.sideInput(counts), words), out);
        }
    }
}
