package dev.embeam.pipeline.snapshots;

import dev.embeam.evaluation.TextVectors;
import dev.embeam.model.ModelSettings;
import dev.embeam.pipeline.option.Settings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.snapshot.SnapshotProperty;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.content.SampledDocument;
import dev.embeam.transform.embed.ModelEncoding;
import dev.embeam.transform.embed.ModelLease;
import dev.embeam.transform.embed.ModelSource;
import dev.embeam.transform.io.MatchedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Encodes some documents of a collection again and compares the vectors with stored ones, bit by bit. */
final class EncodedSample {
    private final Optional<MatchedFiles> files;
    private final Optional<ModelSource> model;

    private EncodedSample(Optional<MatchedFiles> files, Optional<ModelSource> model) {
        this.files = files;
        this.model = model;
    }

    /** Encodes nothing. */
    static EncodedSample none() {
        return new EncodedSample(Optional.empty(), Optional.empty());
    }

    /**
     * By the collection and the model of the flags.
     *
     * @throws IllegalArgumentException if that is not the model of the snapshot
     */
    static EncodedSample of(SnapshotsOptions options, TableSnapshot snapshot) {
        String folder = options.getModel().isEmpty() ? snapshot.property(SnapshotProperty.MODEL) : options.getModel();
        ModelSource model = Settings.source(options, folder);
        String expected = snapshot.property(SnapshotProperty.MODEL_FINGERPRINT);
        try (ModelLease lease = model.lease()) {
            String actual = lease.model().fingerprint();
            if (!actual.equals(expected)) {
                throw new IllegalArgumentException("the model at " + folder + " has with these flags the fingerprint "
                        + actual + "; expected " + expected + ", that of snapshot " + snapshot.id()
                        + "; name the model and the flags it was indexed with");
            }
        }
        return new EncodedSample(
                Optional.of(MatchedFiles.match(
                        options.getInput(), Settings.read(options, "verify").withMaxFailures(Long.MAX_VALUE))),
                Optional.of(model));
    }

    /** Documents whose vectors are not made again, one line each. */
    List<String> damages(List<SampledDocument> sample) throws IOException {
        if (model.isEmpty() || sample.isEmpty()) {
            return List.of();
        }
        Map<String, String> texts = texts(sample);
        List<String> damages = new ArrayList<>();
        List<SampledDocument> found = new ArrayList<>();
        for (SampledDocument document : sample) {
            if (texts.containsKey(document.id())) {
                found.add(document);
            } else {
                damages.add("document \"" + document.id() + "\" is not in the input; expected the collection that was"
                        + " indexed");
            }
        }
        compare(found, encode(found, texts), damages);
        return damages;
    }

    /** The first text of each id counts, as it does when a collection is encoded. */
    private Map<String, String> texts(List<SampledDocument> sample) throws IOException {
        Set<String> wanted = sample.stream().map(SampledDocument::id).collect(Collectors.toCollection(HashSet::new));
        Map<String, String> texts = new HashMap<>();
        MatchedFiles.Batches batches = files.orElseThrow().read();
        while (batches.next()) {
            DocumentBatch batch = batches.batch();
            for (int i = 0; i < batch.size(); i++) {
                String id = batch.keys().ids().get(i);
                if (wanted.contains(id)) {
                    texts.putIfAbsent(id, batch.texts().get(i));
                }
            }
        }
        return texts;
    }

    private TextVectors encode(List<SampledDocument> found, Map<String, String> texts) {
        List<String> ordered = found.stream()
                .map(document -> texts.getOrDefault(document.id(), ""))
                .toList();
        return new ModelEncoding(model.orElseThrow(), List.of(ModelSettings.AUTO_TOKENS))
                .encode(ordered)
                .get(0);
    }

    private static void compare(List<SampledDocument> found, TextVectors vectors, List<String> damages) {
        int dim = vectors.dim();
        for (int i = 0; i < found.size(); i++) {
            ByteBuffer bytes = ByteBuffer.allocate(dim * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vectors.values(), i * dim, dim);
            if (!Arrays.equals(bytes.array(), found.get(i).vector())) {
                damages.add("document \"" + found.get(i).id()
                        + "\": encoded again it has another vector than the stored" + " one; expected equal bits");
            }
        }
    }
}
