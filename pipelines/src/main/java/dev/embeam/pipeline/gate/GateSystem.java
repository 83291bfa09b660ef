package dev.embeam.pipeline.gate;

import dev.embeam.pipeline.launch.Flag;
import dev.embeam.pipeline.option.EncodingOptions;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.RunManifest;
import dev.embeam.snapshot.RunManifests;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.StoredEmbeddings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * A snapshot as a system that is searched: its vectors, and the model that made them, which encodes the queries.
 *
 * @param name as reports show it
 * @param vectors of the snapshot
 * @param model with the settings that the snapshot's run recorded
 */
record GateSystem(String name, StoredEmbeddings vectors, ModelSource model) {
    /**
     * The system of a snapshot.
     *
     * @throws IllegalArgumentException when the model is no longer the one that made the vectors
     */
    static GateSystem of(String name, VectorTable table, TableSnapshot snapshot) throws IOException {
        return new GateSystem(name, StoredEmbeddings.of(table, snapshot), model(table, snapshot));
    }

    /** The model that a snapshot names, whose fingerprint must be that of the vectors. */
    static ModelSource model(VectorTable table, TableSnapshot snapshot) throws IOException {
        String location = snapshot.property(SnapshotProperty.MODEL);
        Optional<RunManifest> manifest = RunManifests.of(table, snapshot);
        Map<String, String> flags = manifest.map(RunManifest::settings).orElse(Map.of());
        ModelSource source = Settings.source(options(flags), location);
        String expected = snapshot.property(SnapshotProperty.MODEL_FINGERPRINT);
        try (ModelLease lease = source.lease()) {
            String actual = lease.model().fingerprint();
            if (!actual.equals(expected)) {
                throw new IllegalArgumentException("the model at " + location + " has the fingerprint " + actual
                        + "; expected " + expected + ", that of snapshot " + snapshot.id() + " of table "
                        + table.location() + "; a gate needs the models of both snapshots, so give a new model a folder"
                        + " of its own, or go on without --gateSuite");
            }
        }
        return source;
    }

    /** Those flags of a run that say how a model encodes. */
    private static EncodingOptions options(Map<String, String> flags) {
        List<String> known =
                Flag.of(EncodingOptions.class).stream().map(Flag::name).toList();
        String[] words = Stream.of(known)
                .flatMap(List::stream)
                .filter(flags::containsKey)
                .map(name -> "--" + name + "=" + flags.get(name))
                .toArray(String[]::new);
        return PipelineOptionsFactory.fromArgs(words).as(EncodingOptions.class);
    }

    /** The model as it encodes queries: with their prompt in place of the documents'. */
    ModelSource queryModel(String prompt) {
        return model.isFastText()
                ? model
                : model.withSettings(model.settings().withPromptName("").withPrompt(prompt));
    }
}
