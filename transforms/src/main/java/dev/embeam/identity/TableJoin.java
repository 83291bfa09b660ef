package dev.embeam.identity;

import dev.embeam.schema.IdBlock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Joins the documents of a collection with those of a table by id, for one partition of ids. Of documents with the same id
 * the first by input file and position counts: was it seen, the stored row stays; was it written, the stored row goes. The
 * outcome does not depend on the order in which blocks are added.
 */
public final class TableJoin {
    private final DuplicateFinder documents = new DuplicateFinder();
    private final List<IdBlock> stored = new ArrayList<>();
    private final Map<String, BitSet> gone = new TreeMap<>();
    private final Map<String, List<DuplicateRow>> duplicates = new HashMap<>();
    private long changed;
    private long deleted;
    private long unchanged;

    /** A join of nothing yet. */
    public TableJoin() {}

    /** Adds ids of documents of any kind. */
    public void add(IdBlock block) {
        if (block.kind() == IdBlock.Kind.STORED) {
            stored.add(block);
        } else {
            documents.add(block);
        }
    }

    /** Joins what was added; to be called once, before the outcome is asked for. */
    public void join() {
        Map<Id, List<Entry>> seenAgain = new HashMap<>();
        documents.later(
                IdBlock.Kind.SEEN,
                (block, i) -> seenAgain
                        .computeIfAbsent(Id.of(block, i), id -> new ArrayList<>())
                        .add(new Entry(block, i)));
        for (IdBlock block : stored) {
            for (int i = 0; i < block.size(); i++) {
                compare(block, i);
                List<Entry> again =
                        seenAgain.isEmpty() ? List.of() : seenAgain.getOrDefault(Id.of(block, i), List.of());
                for (Entry entry : again) {
                    duplicates
                            .computeIfAbsent(block.file(), file -> new ArrayList<>())
                            .add(documents.row(entry.block, entry.i, block.rows()[i]));
                }
            }
        }
    }

    private void compare(IdBlock block, int i) {
        Optional<IdBlock.Kind> first = documents.kindOfFirst(block, i);
        if (first.isPresent() && first.get() == IdBlock.Kind.SEEN) {
            unchanged++;
            return;
        }
        changed += first.isPresent() ? 1 : 0;
        deleted += first.isPresent() ? 0 : 1;
        gone.computeIfAbsent(block.file(), file -> new BitSet()).set(block.rows()[i]);
    }

    /** How many documents are new, changed, gone, the same. */
    public ChangeCounts counts() {
        return new ChangeCounts(documents.distinct() - changed - unchanged, changed, deleted, unchanged);
    }

    /** The rows to drop of the written files. */
    public Map<String, List<DuplicateRow>> duplicates() {
        return documents.duplicates();
    }

    /** What becomes of the files of the table; those of which nothing is said stay. */
    public List<StoredChange> storedChanges() {
        Map<String, StoredChange> changes = new TreeMap<>();
        gone.forEach((file, rows) ->
                changes.put(file, new StoredChange(file, rows.stream().toArray(), List.of())));
        duplicates.forEach((file, rows) -> changes.merge(
                file,
                new StoredChange(file, new int[0], rows),
                (rowsGone, again) -> new StoredChange(file, rowsGone.gone(), again.duplicates())));
        return List.copyOf(changes.values());
    }

    private record Entry(IdBlock block, int i) {}

    private record Id(long high, long low) {
        static Id of(IdBlock block, int i) {
            return new Id(block.hashes()[2 * i], block.hashes()[2 * i + 1]);
        }
    }
}
