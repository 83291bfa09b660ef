package dev.embeam.transform.embed;

import dev.embeam.fasttext.document.DocumentEncoder;
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
    private transient @Nullable DocumentEncoder words;

    WriteWordCountsFn(ModelSource source, PCollectionView<Map<Integer, Long>> counts) {
        super(source);
        this.counts = counts;
    }

    @Override
    void use(TextEncoder model) {
        words = CountWordsFn.documents(model);
    }

    /** One path to one file. */
    @ProcessElement
    public void process(@Element String path, ProcessContext context) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Channels.newOutputStream(
                FileSystems.create(FileSystems.matchNewResource(path, false), "text/tab-separated-values")))) {
            Objects.requireNonNull(words).write(context.sideInput(counts), out);
        }
    }
}
