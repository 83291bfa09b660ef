package dev.embeam.lexical;

import dev.embeam.search.JudgedDocuments;
import dev.embeam.search.Shares;

/** Which parts of a collection a document belongs to: the shares of a plan from a level upwards, the smallest being level 0. */
final class ShareLevels {
    private final JudgedDocuments judged;
    private final Shares shares;

    ShareLevels(LexicalPlan plan) {
        judged = plan.judged();
        shares = new Shares(plan.shares());
    }

    /** The smallest share that holds the document, or the number of shares if none does. */
    int levelOf(TermBatch batch, int row) {
        int document = judged.find(batch.ids(), row);
        return document >= 0 && judged.isRelevant(document) ? 0 : shares.levelOf(batch.ids(), row);
    }

    /** The level of a share of the plan. */
    int levelOf(double share) {
        return shares.indexOf(share);
    }
}
