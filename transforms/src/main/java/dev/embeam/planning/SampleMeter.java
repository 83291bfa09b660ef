package dev.embeam.planning;

import dev.embeam.collection.FileAccess;
import dev.embeam.collection.ReadSettings;
import dev.embeam.model.TextEncoder;
import dev.embeam.model.Tokenizing;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.Precision;
import dev.embeam.schema.TokenBatch;
import dev.embeam.schema.parquet.Compression;
import dev.embeam.schema.parquet.EmbeddingFormat;
import dev.embeam.schema.parquet.EmbeddingLayout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the pieces of a sample, encodes them in one thread and measures: counts, sizes, times. Memory holds one batch at a time. */
public final class SampleMeter {
    private final TextEncoder model;
    private final Precision precision;
    private final Tokenizing tokenizing;
    private final Map<Precision, SizeMeter> sizes = new EnumMap<>(Precision.class);
    private final List<PieceCount> counts = new ArrayList<>();
    private final List<StepTimes> times = new ArrayList<>();

    private SampleMeter(TextEncoder model, ReadSettings settings, Precision precision, Compression compression)
            throws IOException {
        this.model = model;
        this.precision = precision;
        tokenizing = model.newTokenizing();
        for (Precision each : Precision.values()) {
            EmbeddingLayout layout = new EmbeddingLayout(model.dim(), each, settings.keepFields());
            sizes.put(
                    each,
                    new SizeMeter(new EmbeddingFormat(
                            layout,
                            SizeMeter.anyCalibration(each, model.dim()),
                            compression,
                            EmbeddingFormat.DEFAULT_ROW_GROUP_BYTES,
                            Map.of())));
        }
    }

    /**
     * Measures a sample.
     *
     * @param precision of which writing is timed
     * @param compression of the vector column
     */
    public static SampleMeasurement measure(
            List<SamplePiece> pieces,
            ReadSettings settings,
            FileAccess files,
            TextEncoder model,
            Precision precision,
            Compression compression)
            throws IOException {
        SampleMeter meter = new SampleMeter(model, settings, precision, compression);
        for (SamplePiece piece : pieces) {
            meter.read(piece, settings, files);
        }
        return meter.measurement(pieces);
    }

    private void read(SamplePiece piece, ReadSettings settings, FileAccess files) throws IOException {
        long tokens = 0;
        try (PieceReader reader = new PieceReader(piece, settings, files)) {
            long start = cpuNanos();
            for (Optional<DocumentBatch> next = reader.next(); next.isPresent(); next = reader.next()) {
                tokens += encode(next.get(), cpuNanos() - start);
                start = cpuNanos();
            }
            counts.add(new PieceCount(
                    piece.standsForBytes(), reader.documentsPerByte(), reader.documents(), tokens, reader.failures()));
        }
    }

    private long encode(DocumentBatch batch, long readNanos) throws IOException {
        long start = cpuNanos();
        TokenBatch tokens = tokenizing.tokenize(batch);
        long tokenized = cpuNanos();
        EmbeddingBatch vectors = model.encode(tokens);
        long encoded = cpuNanos();
        size(precision).append(vectors);
        long written = cpuNanos();
        times.add(new StepTimes(batch.size(), readNanos, tokenized - start, encoded - tokenized, written - encoded));
        for (Precision other : Precision.values()) {
            if (other != precision) {
                size(other).append(vectors);
            }
        }
        return tokens.counts().tokens();
    }

    private SizeMeter size(Precision each) {
        SizeMeter meter = sizes.get(each);
        if (meter == null) {
            throw new IllegalStateException("no meter of " + each);
        }
        return meter;
    }

    private SampleMeasurement measurement(List<SamplePiece> pieces) throws IOException {
        boolean whole = pieces.stream().allMatch(piece -> piece.readBytes() == Math.round(piece.standsForBytes()));
        double all = pieces.stream().mapToDouble(SamplePiece::standsForBytes).sum();
        double starts = pieces.stream()
                .filter(SamplePiece::isStartOnly)
                .mapToDouble(SamplePiece::standsForBytes)
                .sum();
        Map<Precision, FileSize> measured = new EnumMap<>(Precision.class);
        for (Precision each : Precision.values()) {
            measured.put(each, size(each).finish());
        }
        return new SampleMeasurement(
                CollectionEstimate.of(counts, whole),
                measured,
                sum(times.subList(0, times.size() / 2)),
                sum(times.subList(times.size() / 2, times.size())),
                all == 0 ? 0 : starts / all,
                whole);
    }

    private static StepTimes sum(List<StepTimes> times) {
        return times.stream().reduce(StepTimes.NONE, StepTimes::plus);
    }

    /** Of this thread, so that whatever else the machine does is not counted. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
