package dev.embeam.pipeline.ranking;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code evaluate-reranking}. */
public interface RerankingOptions extends RankingOptions {
    @Description(
            "Which documents bm25's statistics rest on: corpus, or the candidates of each query by themselves (as for"
                    + " JQaRA and JaCWIR).")
    @Default.String("corpus")
    String getBm25Statistics();

    void setBm25Statistics(String bm25Statistics);
}
