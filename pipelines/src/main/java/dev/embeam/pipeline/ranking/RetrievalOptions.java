package dev.embeam.pipeline.ranking;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code evaluate-retrieval}. */
public interface RetrievalOptions extends RankingOptions {
    @Description("Hits that are kept for each query and written to the run; at least the largest cutoff.")
    @Default.Integer(100)
    int getDepth();

    void setDepth(int depth);

    @Description(
            "Shares of the collection to search, separated by commas (0.01,0.1,1), all in one scan; documents that a"
                    + " query judges relevant are in every share.")
    @Default.String("1")
    String getCollectionShares();

    void setCollectionShares(String collectionShares);
}
