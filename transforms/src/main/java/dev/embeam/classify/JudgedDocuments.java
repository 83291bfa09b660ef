package dev.embeam.classify;

import dev.embeam.schema.PredictionBatch;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a report needs of a batch: right labels beside given ones, and the work of a cascade. The arrays belong to the record.
 *
 * @param file input file of the batch
 * @param position of its first document; batches have one order by file and position
 * @param gold the right labels
 * @param offsets one more than documents: where the given labels of each begin
 * @param given numbers of the given labels
 * @param work of a cascade
 */
@SuppressWarnings("ArrayRecordComponent")
public record JudgedDocuments(String file, long position, GoldLabels gold, int[] offsets, int[] given, StageWork work)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of a classified batch, of which there is at least one document. */
    public static JudgedDocuments of(DocumentClassifier.Classified classified, GoldLabels gold) {
        PredictionBatch batch = classified.predictions();
        return new JudgedDocuments(
                batch.keys().file(),
                batch.keys().positions()[0],
                gold,
                batch.offsets(),
                batch.labels(),
                classified.work());
    }

    /** In the order of the collection, which does not depend on how it was read. */
    public static List<JudgedDocuments> inOrder(Iterable<JudgedDocuments> parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .sorted(Comparator.comparing(JudgedDocuments::file).thenComparingLong(JudgedDocuments::position))
                .toList();
    }
}
