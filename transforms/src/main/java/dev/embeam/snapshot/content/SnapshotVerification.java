package dev.embeam.snapshot.content;

import dev.embeam.collection.FileAccess;
import dev.embeam.schema.StoredFile;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EmbeddingFooter;
import dev.embeam.snapshot.RunManifests;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether a snapshot is whole: every byte of its data files against the checksums of the runs that wrote them, rows
 * against footers and deletions, footers against what the snapshot says of its model, and that no document is there twice.
 * Memory: about 30 bytes a document, one row group, and the sample.
 */
public final class SnapshotVerification {
    private final FileAccess access;
    private final int sample;
    private final long seed;

    /**
     * @param access opens the data files
     * @param sample so many documents at most are given out, to be encoded again
     * @param seed which ones
     */
    public SnapshotVerification(FileAccess access, int sample, long seed) {
        if (sample < 0) {
            throw new IllegalArgumentException("--sample is " + sample + "; expected 0 or more");
        }
        this.access = access;
        this.sample = sample;
        this.seed = seed;
    }

    /** Checks a snapshot. */
    public VerifiedSnapshot verify(VectorTable table, TableSnapshot snapshot) throws IOException {
        Damages damages = new Damages();
        RunManifests manifests = RunManifests.read(table);
        manifests.damages().forEach(damages::add);
        List<SnapshotFile> files = files(table, snapshot, damages);
        List<SnapshotFile> readable = new ArrayList<>();
        for (SnapshotFile file : files) {
            if (isReadable(file, manifests, snapshot, damages)) {
                readable.add(file);
            }
        }
        long documents = files.stream().mapToLong(SnapshotFile::liveRows).sum();
        checkDocuments(table, snapshot, documents, damages);
        List<SampledDocument> sampled = documents(readable, damages);
        return new VerifiedSnapshot(
                files.size(),
                files.stream().mapToLong(SnapshotFile::bytes).sum(),
                documents,
                damages.lines(),
                damages.count(),
                sampled);
    }

    /** Manifests and files of deletions may be damaged, too, in ways that only Iceberg knows. */
    private static List<SnapshotFile> files(VectorTable table, TableSnapshot snapshot, Damages damages)
            throws IOException {
        try {
            return table.files(snapshot);
        } catch (RuntimeException broken) {
            damages.add("snapshot " + snapshot.id() + ": its metadata or deletions are not readable (" + broken
                    + "); expected those that its run wrote");
            return List.of();
        }
    }

    private static void checkDocuments(VectorTable table, TableSnapshot snapshot, long documents, Damages damages) {
        String said = snapshot.property(SnapshotProperty.DOCUMENTS);
        if (!said.isEmpty() && !said.equals(Long.toString(documents))) {
            damages.add(table.location() + ": snapshot " + snapshot.id() + " holds " + documents
                    + " documents; expected " + said + ", as its run says");
        }
    }

    private boolean isReadable(SnapshotFile file, RunManifests manifests, TableSnapshot snapshot, Damages damages) {
        int before = damages.count();
        try {
            Optional<StoredFile> written = manifests.find(file.path());
            if (written.isEmpty()) {
                damages.add(file.path() + ": in no manifest under runs/; expected the run that wrote it");
            } else if (!Checksum.of(access, file.path()).equals(written.get().sha256())) {
                damages.add(file.path() + ": other bytes than its run wrote; expected SHA-256 "
                        + written.get().sha256());
            }
            checkFooter(file, snapshot, damages);
        } catch (IOException | RuntimeException broken) {
            damages.add(file.path() + ": not readable (" + broken.getMessage() + "); expected a file of vectors");
        }
        return damages.count() == before;
    }

    private void checkFooter(SnapshotFile file, TableSnapshot snapshot, Damages damages) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(access.open(file.path()), file.path())) {
            damages.require(file.path(), "rows", reader.rows(), file.rows(), "the table's metadata");
            if (file.deleted().length() > reader.rows()) {
                damages.add(file.path() + ": row " + (file.deleted().length() - 1) + " is deleted of " + reader.rows()
                        + "; expected deletions of rows that are there");
            }
            damages.require(
                    file.path(),
                    "model",
                    reader.footer().getOrDefault(EmbeddingFooter.MODEL_FINGERPRINT, ""),
                    snapshot.property(SnapshotProperty.MODEL_FINGERPRINT),
                    "its snapshot");
            damages.require(
                    file.path(),
                    "columns",
                    Integer.toString(reader.layout().dim()),
                    snapshot.property(SnapshotProperty.WIDTH),
                    "its snapshot");
        }
    }

    /** Looks at the ids of all documents; gives the sample. */
    private List<SampledDocument> documents(List<SnapshotFile> files, Damages damages) throws IOException {
        RowWalk walk = new RowWalk(access);
        List<String> paths = files.stream().map(SnapshotFile::path).toList();
        IdIndex ids = new IdIndex();
        EvenSample chosen = new EvenSample(sample, seed);
        walk.over(paths, files.stream().map(Side::live).toList(), row -> {
            int before = ids.size();
            ids.add(row.hash());
            if (ids.size() == before) {
                damages.add(paths.get(Place.file(row.place())) + ": row " + Place.row(row.place())
                        + " holds document \"" + row.id() + "\", which is there twice; expected it once");
            }
            chosen.offer(row.hash(), row.place(), row.place());
        });
        List<BitSet> rows = new ArrayList<>();
        paths.forEach(path -> rows.add(new BitSet()));
        chosen.sorted(Comparator.comparingLong(EvenSample.Pair::before))
                .forEach(one -> rows.get(Place.file(one.before())).set(Place.row(one.before())));
        List<SampledDocument> sampled = new ArrayList<>();
        walk.over(paths, rows, row -> sampled.add(new SampledDocument(row.id(), row.vector())));
        return sampled;
    }
}
