package dev.embeam.pipeline.trials;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code evaluate-clustering}. */
public interface ClusteringOptions extends ClassificationOptions {
    @Description(
            "Seeds to try the chosen clusterer with, from --seed on, if it is a random one: the first gives the score,"
                    + " all of them its spread.")
    @Default.Integer(10)
    int getSeeds();

    void setSeeds(int seeds);
}
