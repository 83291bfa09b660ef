package dev.embeam.identity;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.IdBlock;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TextColumnBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lets those documents pass whose content is not stored yet, with its hash as one more kept field, 32 hexadecimal digits. The
 * others become blocks of seen ids, which go with the next documents. Not thread-safe.
 */
public final class ChangeFilter {
    /** The column of hashes. */
    public static final String CONTENT_HASH = "content_hash";

    private final ContentHashes stored;
    private final ContentHasher hasher = new ContentHasher();
    private final List<IdBlock> seen = new ArrayList<>();
    private final IdCollector ids = new IdCollector(IdBlock.Kind.SEEN, "", (partition, block) -> seen.add(block));
    private final char[] digits = new char[32];
    private long[] hashes = new long[0];

    /** Compares with these. */
    public ChangeFilter(ContentHashes stored) {
        this.stored = stored;
    }

    /** What is left of a batch; nothing when there is nothing to hand on. */
    public Optional<DocumentBatch> apply(DocumentBatch batch) {
        int[] fresh = fresh(batch);
        DocumentBatch left = fresh.length == batch.size()
                ? batch
                : new DocumentBatch(batch.keys().select(fresh), batch.texts().select(fresh));
        return handOn(withHashes(left, fresh));
    }

    /** The ids that wait for the next batch; nothing when there are none. */
    public Optional<DocumentBatch> flush() {
        ids.flush();
        TextColumn none = TextColumn.of();
        return handOn(new DocumentBatch(new DocumentKeys("", new long[0], none, List.of(none)), none));
    }

    private int[] fresh(DocumentBatch batch) {
        int size = 0;
        int[] fresh = new int[batch.size()];
        hashes = hashes.length < 2 * fresh.length ? new long[2 * fresh.length] : hashes;
        for (int i = 0; i < fresh.length; i++) {
            hasher.hash(batch, i, hashes, 2 * i);
            if (stored.contains(hashes[2 * i], hashes[2 * i + 1])) {
                ids.appendSeen(batch.keys(), i);
            } else {
                fresh[size++] = i;
            }
        }
        return Arrays.copyOf(fresh, size);
    }

    private DocumentBatch withHashes(DocumentBatch batch, int[] documents) {
        TextColumnBuilder column = new TextColumnBuilder();
        for (int i : documents) {
            ContentHashes.write(hashes[2 * i], hashes[2 * i + 1], digits);
            column.append(digits, 0, digits.length);
        }
        DocumentKeys keys = batch.keys();
        List<TextColumn> kept = new ArrayList<>(keys.kept());
        kept.add(column.build());
        return new DocumentBatch(
                new DocumentKeys(keys.file(), keys.positions(), keys.ids(), kept, keys.failures()), batch.texts());
    }

    private Optional<DocumentBatch> handOn(DocumentBatch batch) {
        DocumentKeys keys = batch.keys();
        if (keys.size() == 0 && keys.failures().isEmpty() && seen.isEmpty()) {
            return Optional.empty();
        }
        DocumentKeys withSeen =
                new DocumentKeys(keys.file(), keys.positions(), keys.ids(), keys.kept(), keys.failures(), seen);
        seen.clear();
        return Optional.of(new DocumentBatch(withSeen, batch.texts()));
    }
}
