package dev.embeam.pipeline.snapshots;

import dev.embeam.pipeline.gate.Gate;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.pipeline.option.TableSettings;
import dev.embeam.snapshot.TableSnapshot;
import dev.embeam.snapshot.VectorTable;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Looks at the snapshots of a table, checks them and takes care of them. Runs in this process; only a gate runs jobs.
 *
 * <pre>{@code
 * ./embeam snapshots list --table=vectors-table
 * ./embeam snapshots diff 4831 main --table=vectors-table
 * ./embeam snapshots verify --table=vectors-table --input='corpus/*.jsonl.gz'
 * ./embeam snapshots gate candidate --table=vectors-table --gateSuite=suite.yaml --gateDrop=0.02
 * ./embeam snapshots rollback 4831 --table=vectors-table
 * ./embeam snapshots expire --table=vectors-table --olderThan=7d --keep=3
 * }</pre>
 */
public final class Snapshots implements Command<SnapshotsOptions> {
    private static final String WORDS =
            "list | diff A B | verify [SNAPSHOT] | gate BRANCH | rollback SNAPSHOT | expire";

    /** Entry of its own. */
    public static void main(String[] words) {
        Launcher.exit(Launcher.run(new Snapshots(), Terminal.ofProcess(), words));
    }

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public String summary() {
        return "list, compare, verify, publish, roll back and expire the snapshots of a table";
    }

    @Override
    public String words() {
        return WORDS;
    }

    @Override
    public Class<SnapshotsOptions> options() {
        return SnapshotsOptions.class;
    }

    @Override
    public void run(SnapshotsOptions options, Terminal terminal) throws Exception {
        run(options, List.of(), terminal);
    }

    @Override
    public void run(SnapshotsOptions options, List<String> words, Terminal terminal) throws Exception {
        FileSystems.setDefaultPipelineOptions(options);
        String verb = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (verb) {
            case "list" -> {
                require(words, rest.isEmpty());
                terminal.out().print(SnapshotList.of(open(options)));
            }
            case "diff" -> {
                require(words, rest.size() == 2);
                new DiffAction(options, open(options)).run(rest.get(0), rest.get(1), terminal);
            }
            case "verify" -> {
                require(words, rest.size() <= 1);
                new VerifyAction(options, open(options)).run(rest.isEmpty() ? "" : rest.get(0), terminal);
            }
            case "gate" -> {
                require(words, rest.size() == 1);
                Gate gate = Gate.of(options);
                gate.check(open(options), rest.get(0), terminal).requirePassed();
            }
            case "rollback" -> {
                require(words, rest.size() == 1);
                rollBack(open(options), rest.get(0), terminal);
            }
            case "expire" -> {
                require(words, rest.isEmpty());
                new ExpireAction(options, open(options)).run(terminal);
            }
            default -> require(words, false);
        }
    }

    private static void require(List<String> words, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "\"" + String.join(" ", words) + "\" is not what this command does; expected " + WORDS
                            + ", where a snapshot is its number, a branch or a tag");
        }
    }

    private static VectorTable open(SnapshotsOptions options) {
        return VectorTable.open(TableSettings.location(options));
    }

    private static void rollBack(VectorTable table, String reference, Terminal terminal) throws Exception {
        TableSnapshot snapshot = table.snapshot(reference);
        String before =
                table.current().map(TableSnapshot::id).map(String::valueOf).orElse("none");
        table.makeCurrent(snapshot);
        terminal.out().println("current snapshot: " + snapshot.id() + " (before: " + before + ")");
    }
}
