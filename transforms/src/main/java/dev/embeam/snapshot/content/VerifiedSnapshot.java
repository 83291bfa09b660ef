package dev.embeam.snapshot.content;

import java.util.List;

/**
 * What a verification found.
 *
 * @param files data files of the snapshot
 * @param bytes of them
 * @param documents of the snapshot
 * @param damages one line each, of the first ones
 * @param damageCount of all
 * @param sample an even sample of the documents of readable files, in the order of files and rows
 */
public record VerifiedSnapshot(
        int files, long bytes, long documents, List<String> damages, int damageCount, List<SampledDocument> sample) {
    /** Copies the lists. */
    public VerifiedSnapshot {
        damages = List.copyOf(damages);
        sample = List.copyOf(sample);
    }
}
