package dev.embeam.transform.io;

import dev.embeam.collection.FilePart;
import dev.embeam.collection.ReadSettings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.coder.DocumentBatchCoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.display.DisplayData;

/**
 * Parts of files, read one after another. Split, it gives sources of about the desired size: large files are cut where they
 * can be, small ones put together. The largest come first, so that a file that cannot be cut is not begun last.
 */
final class DocumentSource extends BoundedSource<DocumentBatch> {
    /**
     * A runner that divides the input by its workers would give each a single source; several smaller ones even out that
     * workers are not equally fast.
     */
    static final long LARGEST_BUNDLE_BYTES = 32L << 20;

    /** Below this, opening a file costs more than it is read faster, and failures lose their line numbers for nothing. */
    static final long SMALLEST_BUNDLE_BYTES = 1L << 20;

    /** Less than this is read before another worker has started. */
    private static final long LEAST_WORTH_SPREADING = 4L << 20;
    /** How far above its share a worker may be before spreading, which costs a copy of every text, pays. */
    private static final double UNEVENNESS = 1.25;

    private static final long serialVersionUID = 1L;

    private final ReadSettings settings;
    private final ArrayList<FilePart> parts;

    DocumentSource(ReadSettings settings, List<FilePart> parts) {
        this.settings = settings;
        this.parts = new ArrayList<>(parts);
    }

    ReadSettings settings() {
        return settings;
    }

    List<FilePart> parts() {
        return parts;
    }

    @Override
    public List<DocumentSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
        long desired = Math.max(SMALLEST_BUNDLE_BYTES, Math.min(desiredBundleSizeBytes, LARGEST_BUNDLE_BYTES));
        List<DocumentSource> sources = new ArrayList<>();
        List<FilePart> bundle = new ArrayList<>();
        long bytes = 0;
        for (FilePart part : parts) {
            for (FilePart piece : part.split(desired)) {
                if (!bundle.isEmpty() && bytes + piece.bytes() > desired) {
                    sources.add(new DocumentSource(settings, bundle));
                    bundle.clear();
                    bytes = 0;
                }
                add(piece, bundle);
                bytes += piece.bytes();
            }
        }
        // A collection of nothing is still a source, an empty one.
        if (!bundle.isEmpty() || sources.isEmpty()) {
            sources.add(new DocumentSource(settings, bundle));
        }
        sources.sort(Comparator.comparingLong(DocumentSource::bytes).reversed());
        return sources;
    }

    @Override
    public long getEstimatedSizeBytes(PipelineOptions options) {
        return bytes();
    }

    @Override
    public BoundedReader<DocumentBatch> createReader(PipelineOptions options) {
        return new DocumentSourceReader(this, Optional.of(new ReadCounters()));
    }

    @Override
    public Coder<DocumentBatch> getOutputCoder() {
        return DocumentBatchCoder.of();
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
        super.populateDisplayData(builder);
        builder.add(DisplayData.item("parts", (long) parts.size()).withLabel("Parts of files"));
        builder.add(DisplayData.item("bytes", bytes()).withLabel("Bytes as stored"));
        builder.add(
                DisplayData.item("textFields", settings.textFields().toString()).withLabel("Text fields"));
    }

    /** Whether this many workers have about equally much to read: no part that stays whole is far above a worker's share. */
    boolean occupies(int workers) {
        long largest = parts.stream()
                .flatMap(part -> part.split(LARGEST_BUNDLE_BYTES).stream())
                .mapToLong(FilePart::bytes)
                .max()
                .orElse(0);
        return largest < LEAST_WORTH_SPREADING || largest * workers <= UNEVENNESS * bytes();
    }

    long bytes() {
        return parts.stream().mapToLong(FilePart::bytes).sum();
    }

    /** Neighbouring row groups are read from one opening of their file. */
    private static void add(FilePart piece, List<FilePart> bundle) {
        int last = bundle.size() - 1;
        if (last >= 0 && bundle.get(last).joins(piece)) {
            bundle.set(last, bundle.get(last).join(piece));
        } else {
            bundle.add(piece);
        }
    }
}
