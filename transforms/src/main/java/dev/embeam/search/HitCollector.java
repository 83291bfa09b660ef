package dev.embeam.search;

import dev.embeam.schema.RankingBlock;
import dev.embeam.schema.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best documents of every query of one system, as they come: a list of bounded length for each query, in the order of
 * {@link RankingBlock}. Memory grows with queries times depth, not with documents. Not thread-safe.
 *
 * <p>The hits do not depend on the order of the offers. Where a document id comes twice, its higher score stands. Counts of
 * ties are exact where ids differ; a document that comes again after it had to leave the list is counted once more.
 */
public final class HitCollector {
    private final int queries;
    private final int depth;
    private final float[] scores;
    private final @Nullable String[] ids;
    private final int[] hashes;
    private final int[] sizes;
    private final int[] tied;
    private final float[] thresholds;
    private long repeatedIds;

    /** The column that was offered from last, and the strings that were made of it, so that lists share them. */
    private @Nullable TextColumn column;

    private @Nullable String[] names = new String[0];

    /**
     * Empty lists.
     *
     * @param queries number of queries
     * @param depth most hits of a query, at least 1
     */
    public HitCollector(int queries, int depth) {
        if (depth < 1 || queries < 0 || (long) queries * depth > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("rankings of " + queries + " queries are " + depth
                    + " deep; expected at least 1, and less than 2^31 hits in all");
        }
        this.queries = queries;
        this.depth = depth;
        scores = new float[queries * depth];
        ids = new String[queries * depth];
        hashes = new int[queries * depth];
        sizes = new int[queries];
        tied = new int[queries];
        thresholds = new float[queries];
        Arrays.fill(thresholds, Float.NEGATIVE_INFINITY);
    }

    /** Number of queries. */
    public int queries() {
        return queries;
    }

    /** Most hits of a query. */
    public int depth() {
        return depth;
    }

    /** The score a document needs to count for a query: that of its last hit, or negative infinity while there is room. */
    public float threshold(int query) {
        return thresholds[query];
    }

    /** How often an id was offered that its list held already. */
    public long repeatedIds() {
        return repeatedIds;
    }

    /**
     * Offers a document; one whose score is below the threshold is passed over.
     *
     * @param score not NaN
     * @param documents the ids of a batch
     * @param row the document in it
     */
    public void offer(int query, float score, TextColumn documents, int row) {
        if (score >= thresholds[query]) {
            offer(query, score, name(documents, row));
        }
    }

    /** The same for an id at hand. */
    public void offer(int query, float score, String document) {
        if (Float.isNaN(score)) {
            throw new IllegalArgumentException("the score of document \"" + document + "\" for query " + query
                    + " is not a number; leave such documents out");
        }
        if (score >= thresholds[query]) {
            // Zero has one sign in a ranking.
            place(query, score + 0f, DocumentId.wellFormed(document));
        }
    }

    private void place(int query, float score, String id) {
        int held = find(query, id);
        if (held >= 0) {
            repeatedIds++;
            if (score > scores[held]) {
                remove(query, held);
                insert(query, score, id);
            }
        } else if (sizes[query] < depth) {
            insert(query, score, id);
        } else {
            replaceLast(query, score, id);
        }
    }

    /** Where a query's list holds an id, or -1. */
    private int find(int query, String id) {
        int hash = id.hashCode();
        int from = query * depth;
        for (int i = from; i < from + sizes[query]; i++) {
            if (hashes[i] == hash && id.equals(ids[i])) {
                return i;
            }
        }
        return -1;
    }

    private void remove(int query, int at) {
        int end = query * depth + --sizes[query];
        move(at + 1, at, end - at);
    }

    private void replaceLast(int query, float score, String id) {
        int last = query * depth + depth - 1;
        if (!DocumentId.before(score, id, scores[last], name(last))) {
            tied[query]++;
            return;
        }
        // The one that leaves ties with the new last hit, unless that one's score is higher; insert finds out.
        tied[query]++;
        sizes[query]--;
        insert(query, score, id);
    }

    private void insert(int query, float score, String id) {
        int from = query * depth;
        int end = from + sizes[query];
        int at = position(from, end, score, id);
        move(at, at + 1, end - at);
        scores[at] = score;
        ids[at] = id;
        hashes[at] = id.hashCode();
        if (++sizes[query] == depth) {
            raise(query, scores[from + depth - 1]);
        }
    }

    /** Raises the threshold of a full list to its last score; nothing that was left out ties with a higher one. */
    private void raise(int query, float lastScore) {
        if (lastScore > thresholds[query]) {
            thresholds[query] = lastScore;
            tied[query] = 0;
        }
    }

    /** The first of the sorted entries {@code [from, end)} before which the hit belongs, or {@code end}. */
    private int position(int from, int end, float score, String id) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (DocumentId.before(score, id, scores[middle], name(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void move(int from, int to, int count) {
        System.arraycopy(scores, from, scores, to, count);
        System.arraycopy(ids, from, ids, to, count);
        System.arraycopy(hashes, from, hashes, to, count);
    }

    private String name(int at) {
        String id = ids[at];
        if (id == null) {
            throw new IllegalStateException("there is no hit at " + at);
        }
        return id;
    }

    @SuppressWarnings("ReferenceEquality") // the same column, not an equal one, which would take a look at every id
    private String name(TextColumn documents, int row) {
        if (column != documents) {
            column = documents;
            names = new String[documents.size()];
        }
        String name = names[row];
        if (name == null) {
            name = DocumentId.of(documents, row);
            names[row] = name;
        }
        return name;
    }

    /** The hits so far. */
    public RankingBlock toBlock() {
        int[] offsets = new int[queries + 1];
        for (int query = 0; query < queries; query++) {
            offsets[query + 1] = offsets[query] + sizes[query];
        }
        float[] found = new float[offsets[queries]];
        List<String> documents = new ArrayList<>(found.length);
        for (int query = 0; query < queries; query++) {
            System.arraycopy(scores, query * depth, found, offsets[query], sizes[query]);
            for (int i = query * depth; i < query * depth + sizes[query]; i++) {
                documents.add(name(i));
            }
        }
        return new RankingBlock(offsets, documents, found, tied.clone());
    }
}
