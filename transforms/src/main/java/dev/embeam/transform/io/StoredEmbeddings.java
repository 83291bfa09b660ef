package dev.embeam.transform.io;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.Precision;
import dev.embeam.schema.RunManifest;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EmbeddingFooter;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import dev.embeam.storage.BeamFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Files of vectors that were found and agree with each other: what a job reads, known before it starts.
 *
 * @param path what was asked for
 * @param fingerprint of the model that made the vectors
 * @param dim columns of all vectors
 * @param precision how all of them are stored
 * @param calibration ranges of int8 in the first file; {@link Calibration#NONE} otherwise
 * @param rows documents in all, without deleted ones
 * @param bytes size of all files
 * @param parts the row groups of all files, in their order
 */
public record StoredEmbeddings(
        String path,
        String fingerprint,
        int dim,
        Precision precision,
        Calibration calibration,
        long rows,
        long bytes,
        List<EmbeddingPart> parts) {
    private static final String MANIFEST = "manifest.json";

    /** Copies the parts. */
    public StoredEmbeddings {
        parts = List.copyOf(parts);
    }

    /**
     * Finds the files of an {@code encode} output (its folder, of which {@code manifest.json} names them), of a table's
     * snapshot ({@link TableReference}), or those that a path or glob of Parquet files matches, and reads their footers.
     *
     * @throws IllegalArgumentException when there is no file or no such snapshot
     * @throws CorruptDataException when a file is damaged, has other columns than the first, or not the rows that the
     *     manifest says
     */
    public static StoredEmbeddings match(String path) throws IOException {
        Footers footers = new Footers(path);
        Optional<TableReference> table = TableReference.find(path);
        if (table.isPresent()) {
            for (SnapshotFile file : table.get().files()) {
                footers.add(
                        file.path(), file.bytes(), Expected.by("the table's metadata", file.rows()), file.deleted());
            }
        } else if (path.endsWith(".parquet")) {
            for (MatchResult.Metadata file : matches(path)) {
                footers.add(file.resourceId().toString(), file.sizeBytes(), Expected.NOTHING, new BitSet());
            }
        } else {
            ResourceId folder = FileSystems.matchNewResource(path, true);
            for (StoredFile file : manifest(folder).files()) {
                Expected rows = Expected.by("manifest.json", file.rows());
                footers.add(resolve(folder, file.path()).toString(), file.bytes(), rows, new BitSet());
            }
        }
        return footers.embeddings();
    }

    /** The files of a table's snapshot. */
    public static StoredEmbeddings of(VectorTable table, TableSnapshot snapshot) throws IOException {
        Footers footers = new Footers(table.location() + "@" + snapshot.id());
        footers.add(table.files(snapshot));
        return footers.embeddings();
    }

    /** Reads all live rows in this thread, outside of any pipeline, in batches. */
    public void read(Consumer<EmbeddingBatch> out) throws IOException {
        for (EmbeddingPart part : parts) {
            PartReader.read(part, ReadEmbeddings.DEFAULT_DOCUMENT_CHUNK, out);
        }
    }

    /** In the order of their paths. */
    private static List<MatchResult.Metadata> matches(String glob) throws IOException {
        MatchResult found = FileSystems.match(glob, EmptyMatchTreatment.ALLOW);
        if (found.status() != MatchResult.Status.OK) {
            return List.of();
        }
        return found.metadata().stream()
                .sorted(Comparator.comparing(file -> file.resourceId().toString()))
                .toList();
    }

    private static RunManifest manifest(ResourceId folder) throws IOException {
        ResourceId manifest = folder.resolve(MANIFEST, StandardResolveOptions.RESOLVE_FILE);
        try (InputStream in = Channels.newInputStream(FileSystems.open(manifest))) {
            return RunManifestJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), manifest.toString());
        } catch (FileNotFoundException missing) {
            throw new IllegalArgumentException(
                    "there is no manifest.json in " + folder
                            + "; expected the finished output of encode, a table (DIR or DIR@SNAPSHOT), or a path that"
                            + " ends in .parquet",
                    missing);
        }
    }

    private static ResourceId resolve(ResourceId folder, String relative) {
        int slash = relative.lastIndexOf('/');
        ResourceId parent = slash < 0
                ? folder
                : folder.resolve(relative.substring(0, slash), StandardResolveOptions.RESOLVE_DIRECTORY);
        return parent.resolve(relative.substring(slash + 1), StandardResolveOptions.RESOLVE_FILE);
    }

    /** The rows that a file should have. */
    private record Expected(String source, OptionalLong rows) {
        static final Expected NOTHING = new Expected("", OptionalLong.empty());

        static Expected by(String source, long rows) {
            return new Expected(source, OptionalLong.of(rows));
        }

        void check(String file, long actual) {
            if (rows.isPresent() && actual != rows.getAsLong()) {
                throw new CorruptDataException(
                        file, "", actual + " rows", rows.getAsLong() + ", as " + source + " says; encode again");
            }
        }
    }

    /** What the footers say, file after file. */
    private static final class Footers {
        private final String path;
        private final List<EmbeddingPart> parts = new ArrayList<>();
        private int files;
        private String fingerprint = "";
        private int dim;
        private Precision precision = Precision.FLOAT32;
        private Calibration calibration = Calibration.NONE;
        private long rows;
        private long bytes;

        Footers(String path) {
            this.path = path;
        }

        void add(List<SnapshotFile> files) throws IOException {
            for (SnapshotFile file : files) {
                add(file.path(), file.bytes(), Expected.by("the table's metadata", file.rows()), file.deleted());
            }
        }

        void add(String file, long size, Expected expected, BitSet deleted) throws IOException {
            try (EmbeddingFileReader reader = EmbeddingFileReader.open(new BeamFiles().open(file), file)) {
                expected.check(file, reader.rows());
                agree(reader, file);
                int first = 0;
                for (int group = 0; group < reader.rowGroups(); group++) {
                    int next = Math.toIntExact(first + reader.rowsOf(group));
                    parts.add(new EmbeddingPart(file, group, reader.rowsOf(group), deleted.get(first, next)));
                    first = next;
                }
                rows += reader.rows() - deleted.cardinality();
                bytes += size;
            }
        }

        private void agree(EmbeddingFileReader reader, String file) {
            int width = reader.layout().dim();
            String model = reader.footer().getOrDefault(EmbeddingFooter.MODEL_FINGERPRINT, "");
            if (files++ == 0) {
                fingerprint = model;
                dim = width;
                precision = reader.layout().precision();
                calibration = reader.calibration();
            } else if (!model.equals(fingerprint)) {
                throw new CorruptDataException(
                        file, "footer", "model " + model, fingerprint + ", as the first file of " + path + " has");
            } else if (width != dim || reader.layout().precision() != precision) {
                throw new CorruptDataException(
                        file,
                        "footer",
                        width + " columns in " + reader.layout().precision().label(),
                        dim + " columns in " + precision.label() + ", as the first file of " + path + " has");
            }
        }

        StoredEmbeddings embeddings() {
            if (files == 0) {
                throw new IllegalArgumentException("no file of vectors is found at " + path
                        + "; expected an output of encode, a table, or Parquet files");
            }
            return new StoredEmbeddings(path, fingerprint, dim, precision, calibration, rows, bytes, parts);
        }
    }
}
