package dev.embeam.transform.snapshot;

import dev.embeam.identity.ChangeFilter;
import dev.embeam.identity.ContentHashes;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.sharing.Shared;
import dev.embeam.snapshot.SnapshotFile;
import dev.embeam.snapshot.TableState;
import dev.embeam.storage.BeamFiles;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The hashes of all contents of a snapshot, read from their column alone, once a JVM. */
final class StoredHashes {
    static final Shared<TableState, ContentHashes> SHARED = new Shared<>(StoredHashes::read);

    private StoredHashes() {}

    private static ContentHashes read(TableState state) {
        ContentHashes hashes = new ContentHashes(state.rows());
        // One thread: the table is filled without locks, and a column of hashes is read at some millions a second.
        for (SnapshotFile file : state.files()) {
            try (EmbeddingFileReader reader =
                    EmbeddingFileReader.open(new BeamFiles().open(file.path()), file.path())) {
                read(reader, file, hashes);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file.path() + ": " + e.getMessage(), e);
            } catch (IllegalArgumentException broken) {
                throw new CorruptDataException(
                        file.path(),
                        "column " + ChangeFilter.CONTENT_HASH,
                        "not readable (" + broken + ")",
                        "32 hexadecimal digits a row",
                        broken);
            }
        }
        return hashes;
    }

    private static void read(EmbeddingFileReader reader, SnapshotFile file, ContentHashes hashes) throws IOException {
        int row = 0;
        for (int group = 0; group < reader.rowGroups(); group++) {
            TextColumn column = reader.texts(group, ChangeFilter.CONTENT_HASH);
            for (int i = 0; i < column.size(); i++, row++) {
                if (!file.deleted().get(row)) {
                    hashes.add(column, i);
                }
            }
        }
    }
}
