package dev.embeam.transform.sink;

import dev.embeam.identity.ChangeCounts;
import java.util.Locale;

/** A collection lost more documents than the settings allow. Nothing is changed. The message is one line. */
public final class DeletionLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DeletionLimitException(String message) {
        super(message);
    }

    /**
     * Checks what a run found.
     *
     * @throws DeletionLimitException when the collection is empty, or has lost too much
     */
    static void check(ChangeCounts counts, SnapshotSettings settings) {
        if (counts.documents() == 0) {
            if (!settings.allowEmpty()) {
                throw new DeletionLimitException("the collection has no document, and the table has " + counts.stored()
                        + "; expected at least one; nothing was changed. To delete all: --allowEmpty");
            }
            return;
        }
        double share = counts.stored() == 0 ? 0 : (double) counts.deleted() / counts.stored();
        if (share > settings.maxDeleteShare()) {
            throw new DeletionLimitException(String.format(
                    Locale.ROOT,
                    "%d of the table's %d documents are gone from the collection of %d (%.4f); expected a share of at most"
                            + " %s (maxDeleteShare); nothing was changed. To delete them: --maxDeleteShare=%s",
                    counts.deleted(),
                    counts.stored(),
                    counts.documents(),
                    share,
                    settings.maxDeleteShare(),
                    Math.ceil(share * 10_000) / 10_000));
        }
    }
}
