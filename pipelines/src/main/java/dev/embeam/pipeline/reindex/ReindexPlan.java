package dev.embeam.pipeline.reindex;

import dev.embeam.collection.InputDigest;
import dev.embeam.identity.ChangeFilter;
import dev.embeam.model.ModelCard;
import dev.embeam.pipeline.gate.Gate;
import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.launch.Versions;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.pipeline.option.TableSettings;
import dev.embeam.schema.Precision;
import dev.embeam.schema.parquet.EmbeddingLayout;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableLocation;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import dev.embeam.storage.BeamFiles;
import dev.embeam.transform.io.MatchedFiles;
import dev.embeam.transform.sink.OutputFolder;
import dev.embeam.transform.sink.SnapshotSettings;
import dev.embeam.transform.sink.TableFolder;
import dev.embeam.transform.sink.WriteSettings;
import dev.embeam.transform.snapshot.StoredRows;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run finds before its job: the table, what it holds, and whether there is anything to do. */
final class ReindexPlan {
    /** No run lives that has not written for this long. */
    private static final Duration SURELY_DEAD = Duration.ofHours(24);

    /** Start of the name of a branch whose snapshot waits for the gate. */
    private static final String CANDIDATE = "candidate-";

    private final ReindexOptions options;
    private final TableLocation location;
    private final ModelCard card;
    private final EmbeddingLayout layout;
    private final String digest;
    private final @Nullable VectorTable table;

    private ReindexPlan(
            ReindexOptions options,
            ModelCard card,
            EmbeddingLayout layout,
            String digest,
            TableLocation location,
            @Nullable VectorTable table) {
        this.options = options;
        this.card = card;
        this.layout = layout;
        this.digest = digest;
        this.location = location;
        this.table = table;
    }

    /**
     * Looks at the table and at the bytes of the collection.
     *
     * @throws IllegalArgumentException when the table is another's, or does not fit the model or the kept fields
     * @throws dev.embeam.schema.CorruptDataException when its metadata cannot be read
     */
    static ReindexPlan of(ReindexOptions options, MatchedFiles files, ModelCard card) throws IOException {
        SnapshotSettings.requireShare(options.getMaxDeleteShare());
        TableLocation location = TableSettings.location(options);
        EmbeddingLayout layout = layout(options, card);
        VectorTable table = null;
        if (VectorTable.exists(location)) {
            table = VectorTable.open(location);
            requireFit(table, layout);
        } else if (location.catalog().isEmpty()) {
            TableFolder.of(location.table()).requireUnused();
        }
        String digest = InputDigest.of(files.files(), files.settings(), card.fingerprint(), new BeamFiles());
        return new ReindexPlan(options, card, layout, digest, location, table);
    }

    private static EmbeddingLayout layout(ReindexOptions options, ModelCard card) {
        List<String> fields = new ArrayList<>(Settings.names(options.getKeepFields()));
        fields.add(ChangeFilter.CONTENT_HASH);
        return new EmbeddingLayout(card.dim(), Precision.FLOAT32, fields);
    }

    private static void requireFit(VectorTable table, EmbeddingLayout layout) {
        if (!table.keptFields().equals(layout.keptFields())) {
            throw new IllegalArgumentException("table " + table.location() + " has the columns " + table.keptFields()
                    + " beside id and embedding; expected " + layout.keptFields()
                    + "; pass its --keepFields, or choose another --table");
        }
        String width = table.current()
                .map(snapshot -> snapshot.property(SnapshotProperty.WIDTH))
                .orElse("");
        if (!width.isEmpty() && !width.equals(Integer.toString(layout.dim()))) {
            throw new IllegalArgumentException("table " + table.location() + " holds vectors of " + width
                    + " columns; expected " + layout.dim() + ", as the model gives; choose another --table or --dims");
        }
    }

    /** The snapshot that holds this collection already, if there is nothing to do. */
    Optional<TableSnapshot> sameAsCurrent() throws IOException {
        Optional<TableSnapshot> same = current()
                .filter(snapshot ->
                        snapshot.property(SnapshotProperty.INPUT_DIGEST).equals(digest));
        boolean compacts = options.isCompact() && table != null && SnapshotSettings.canCompact(table.state());
        return compacts ? Optional.empty() : same;
    }

    /**
     * Makes sure that the gate, if there is one, can ask the current snapshot's model.
     *
     * @throws IllegalArgumentException when that model is no longer where it was
     */
    void requireModelFor(Optional<Gate> gate) throws IOException {
        if (gate.isPresent() && table != null) {
            gate.get().requireModel(table);
        }
    }

    private Optional<TableSnapshot> current() {
        return Optional.ofNullable(table).flatMap(VectorTable::current);
    }

    /** The table, created where there is none yet, and rid of what crashed runs have left. */
    private VectorTable table(String runId) throws IOException {
        if (table == null) {
            if (location.catalog().isEmpty()) {
                OutputFolder.of(location.table()).tryWriting(runId);
            }
            return VectorTable.create(location, layout);
        }
        OutputFolder.of(table.folder()).tryWriting(runId);
        TableFolder.of(table.folder())
                .deleteLeftOvers(table.heldNames(), Instant.now().minus(SURELY_DEAD));
        return table;
    }

    /** How the next snapshot is made. */
    SnapshotSettings settings(String runId) throws IOException {
        VectorTable open = table(runId);
        WriteSettings write = WriteSettings.of(open.folder(), runId, layout)
                .withMaxFailures(options.getMaxFailures())
                .withDescription(
                        Settings.description(card, Flag.values(ReindexOptions.class, options), Versions.all()));
        boolean replaces = current().isPresent() && !isOfModel(current().get());
        return new SnapshotSettings(
                write,
                open.state(),
                replaces,
                options.isCompact(),
                options.isAllowEmpty(),
                options.getMaxDeleteShare(),
                options.getGateSuite().isEmpty() ? "" : CANDIDATE + runId,
                Map.of(
                        SnapshotProperty.MODEL,
                        card.location(),
                        SnapshotProperty.MODEL_FINGERPRINT,
                        card.fingerprint(),
                        SnapshotProperty.INPUT_DIGEST,
                        digest));
    }

    private boolean isOfModel(TableSnapshot snapshot) {
        return snapshot.property(SnapshotProperty.MODEL_FINGERPRINT).equals(card.fingerprint());
    }

    /** The rows that the table holds. */
    StoredRows rows(SnapshotSettings settings) throws IOException {
        return StoredRows.of(settings.state(), layout, settings.replaces() ? "" : card.fingerprint());
    }
}
