package dev.embeam.lexical;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.TextColumn;
import java.util.Arrays;

/** Finds the queries' terms in documents. For one thread; buffers are kept from batch to batch. */
public final class TermCounting {
    private final QueryTerms queries;
    private final TextAnalyser analyser;
    private final TermConsumer consumer = this::count;
    private final int[] countOf;
    private int[] held = new int[256];
    private int[] terms = new int[4096];
    private int[] counts = new int[4096];
    private int heldSize;
    private int length;
    private int size;

    /** For the terms of these queries. */
    public TermCounting(QueryTerms queries) {
        this.queries = queries;
        analyser = queries.analysis().newAnalyser();
        countOf = new int[queries.size()];
    }

    /** The terms of one batch, document by document. */
    public TermBatch count(DocumentBatch batch) {
        long start = System.nanoTime();
        int[] lengths = new int[batch.size()];
        int[] offsets = new int[batch.size() + 1];
        size = 0;
        for (int i = 0; i < batch.size(); i++) {
            lengths[i] = read(batch.texts(), i);
            append();
            offsets[i + 1] = size;
        }
        return new TermBatch(
                batch.keys().ids(),
                lengths,
                offsets,
                Arrays.copyOf(terms, size),
                Arrays.copyOf(counts, size),
                batch.keys().failures().size(),
                System.nanoTime() - start);
    }

    private int read(TextColumn texts, int i) {
        length = 0;
        heldSize = 0;
        analyser.analyse(texts.chars(), texts.offsets()[i], texts.offsets()[i + 1], consumer);
        return length;
    }

    private void count(char[] chars, int from, int characters) {
        length++;
        int term = queries.find(chars, from, characters);
        if (term >= 0 && countOf[term]++ == 0) {
            if (heldSize == held.length) {
                held = Arrays.copyOf(held, 2 * heldSize);
            }
            held[heldSize++] = term;
        }
    }

    /** Appends the document's terms in the order of their numbers and forgets them. */
    private void append() {
        if (size + heldSize > terms.length) {
            terms = Arrays.copyOf(terms, Math.max(size + heldSize, 2 * size));
            counts = Arrays.copyOf(counts, terms.length);
        }
        Arrays.sort(held, 0, heldSize);
        for (int i = 0; i < heldSize; i++) {
            terms[size] = held[i];
            counts[size++] = countOf[held[i]];
            countOf[held[i]] = 0;
        }
    }
}
