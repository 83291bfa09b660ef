package dev.embeam.pipeline.snapshots;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.embeam.snapshot.content.DifferenceListener;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Lists of ids as JSON lines, which get their names when all of them are written. */
final class IdLists implements DifferenceListener, Closeable {
    private final List<ResourceId> parts = new ArrayList<>();
    private final List<ResourceId> places = new ArrayList<>();
    private final Writer added;
    private final Writer changed;
    private final Writer deleted;

    private IdLists(String folder) throws IOException {
        added = create(folder, "added.jsonl");
        changed = create(folder, "changed.jsonl");
        deleted = create(folder, "deleted.jsonl");
    }

    /** Lists in a folder that has none. */
    static IdLists in(String folder) throws IOException {
        MatchResult there = FileSystems.match(folder + "/*.jsonl", EmptyMatchTreatment.ALLOW);
        if (there.status() == MatchResult.Status.OK && !there.metadata().isEmpty()) {
            throw new IllegalArgumentException("--output is " + folder + ", which holds "
                    + there.metadata().get(0).resourceId().getFilename()
                    + "; expected a folder without lists; choose another");
        }
        return new IdLists(folder);
    }

    private Writer create(String folder, String name) throws IOException {
        ResourceId part = FileSystems.matchNewResource(folder + "/" + name + ".part-" + UUID.randomUUID(), false);
        parts.add(part);
        places.add(FileSystems.matchNewResource(folder + "/" + name, false));
        return new BufferedWriter(
                Channels.newWriter(FileSystems.create(part, "application/json"), StandardCharsets.UTF_8));
    }

    @Override
    public void added(String id) throws IOException {
        write(added, id);
    }

    @Override
    public void changed(String id) throws IOException {
        write(changed, id);
    }

    @Override
    public void deleted(String id) throws IOException {
        write(deleted, id);
    }

    private static void write(Writer list, String id) throws IOException {
        list.write("{\"id\":\"");
        list.write(JsonStringEncoder.getInstance().quoteAsString(id));
        list.write("\"}\n");
    }

    /** Gives the lists their names. */
    void publish() throws IOException {
        closeAll();
        FileSystems.rename(parts, places);
    }

    private void closeAll() throws IOException {
        added.close();
        changed.close();
        deleted.close();
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws IOException {
        closeAll();
        FileSystems.delete(parts, StandardMoveOptions.IGNORE_MISSING_FILES);
    }
}
