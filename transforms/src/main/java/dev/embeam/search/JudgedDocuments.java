package dev.embeam.search;

import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.TextColumn;
import java.io.Serializable;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The documents that queries judge or name as candidates, numbered from 0 in the order in which the queries name them, and
 * for each of them the queries that do. A query's index is its place in the concatenation of all query sets. Immutable and
 * shared between threads.
 *
 * <p>A document and a query that names it are a pair; the pairs of document {@code d} have the numbers {@code
 * firstPair(d)} to {@code firstPair(d + 1)} (end exclusive), in the order of their queries.
 */
public final class JudgedDocuments implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int queries;
    private final String[] ids;
    private final int[] firstPairs;
    private final int[] pairQueries;
    private final BitSet relevant;
    private final BitSet candidatePairs;

    private final int[] pairDocuments;

    /** Open addressing by {@link String#hashCode}: numbers of documents plus 1, or 0 for an empty slot. */
    private final int[] slots;

    private JudgedDocuments(int queries, Map<String, TreeMap<Integer, Boolean>> named, BitSet relevant) {
        this.queries = queries;
        this.relevant = relevant;
        candidatePairs = new BitSet();
        ids = named.keySet().toArray(String[]::new);
        firstPairs = new int[ids.length + 1];
        int pairs = named.values().stream().mapToInt(Map::size).sum();
        pairQueries = new int[pairs];
        pairDocuments = new int[pairs];
        slots = new int[Integer.highestOneBit(Math.max(ids.length, 1)) * 4];
        int pair = 0;
        int document = 0;
        for (Map<Integer, Boolean> queriesOf : named.values()) {
            for (Map.Entry<Integer, Boolean> query : queriesOf.entrySet()) {
                pairQueries[pair] = query.getKey();
                candidatePairs.set(pair, query.getValue());
                pairDocuments[pair++] = document;
            }
            addSlot(document);
            firstPairs[++document] = pair;
        }
    }

    /** The documents that these queries judge or name. */
    public static JudgedDocuments of(List<QuerySet> sets) {
        Map<String, TreeMap<Integer, Boolean>> named = new LinkedHashMap<>();
        Set<String> relevant = new HashSet<>();
        int index = 0;
        for (QuerySet set : sets) {
            for (Query query : set.queries()) {
                addPairs(query, index++, named);
                query.qrels().stream()
                        .filter(Qrel::relevant)
                        .forEach(qrel -> relevant.add(DocumentId.wellFormed(qrel.document())));
            }
        }
        BitSet marks = new BitSet();
        int document = 0;
        for (String id : named.keySet()) {
            marks.set(document++, relevant.contains(id));
        }
        return new JudgedDocuments(index, named, marks);
    }

    /** Adds a query to its documents, with whether each is to be ranked. */
    private static void addPairs(Query query, int index, Map<String, TreeMap<Integer, Boolean>> named) {
        boolean ranksAll = query.candidates().isEmpty();
        query.qrels().forEach(qrel -> pairs(qrel.document(), named).putIfAbsent(index, ranksAll));
        query.candidates().forEach(id -> pairs(id, named).put(index, true));
    }

    private static TreeMap<Integer, Boolean> pairs(String id, Map<String, TreeMap<Integer, Boolean>> named) {
        return named.computeIfAbsent(DocumentId.wellFormed(id), unknown -> new TreeMap<>());
    }

    /** Number of queries. */
    public int queries() {
        return queries;
    }

    /** Number of documents. */
    public int size() {
        return ids.length;
    }

    /** Number of pairs of a document and a query. */
    public int pairs() {
        return pairQueries.length;
    }

    /** The id of a document, with U+FFFD for every lone surrogate. */
    public String id(int document) {
        return ids[document];
    }

    /** Whether any query judges the document as relevant. */
    public boolean isRelevant(int document) {
        return relevant.get(document);
    }

    /** The first pair of a document; of {@link #size()}, the end of the last. */
    public int firstPair(int document) {
        return firstPairs[document];
    }

    /** The query of a pair. */
    public int query(int pair) {
        return pairQueries[pair];
    }

    /** Whether the query names the document as a candidate; where it names none, whether it judges it. */
    public boolean isCandidate(int pair) {
        return candidatePairs.get(pair);
    }

    /** The document of a pair. */
    public int document(int pair) {
        return pairDocuments[pair];
    }

    /** The number of the document in a row of a column, or -1 where no query names it. Makes no string of ordinary ids. */
    public int find(TextColumn column, int row) {
        char[] chars = column.chars();
        int end = column.offsets()[row + 1];
        int hash = 0;
        for (int i = column.offsets()[row]; i < end; i++) {
            if (Character.isSurrogate(chars[i])) {
                return find(DocumentId.of(column, row));
            }
            hash = 31 * hash + chars[i];
        }
        for (int slot = slot(hash); ; slot = slot(slot + 1)) {
            int document = slots[slot] - 1;
            if (document < 0 || equal(ids[document], column, row)) {
                return document;
            }
        }
    }

    /** The number of the document of this id, or -1. */
    public int find(String id) {
        String wellFormed = DocumentId.wellFormed(id);
        for (int slot = slot(wellFormed.hashCode()); ; slot = slot(slot + 1)) {
            int document = slots[slot] - 1;
            if (document < 0 || ids[document].equals(wellFormed)) {
                return document;
            }
        }
    }

    private void addSlot(int document) {
        int slot = slot(ids[document].hashCode());
        while (slots[slot] != 0) {
            slot = slot(slot + 1);
        }
        slots[slot] = document + 1;
    }

    private int slot(int hash) {
        return hash & (slots.length - 1);
    }

    private static boolean equal(String id, TextColumn column, int row) {
        int from = column.offsets()[row];
        if (id.length() != column.offsets()[row + 1] - from) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) != column.chars()[from + i]) {
                return false;
            }
        }
        return true;
    }
}
