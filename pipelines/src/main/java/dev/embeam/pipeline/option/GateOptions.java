package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** What a new snapshot has to hold its own against before it becomes the current one. */
public interface GateOptions extends RunOptions {
    @Description(
            "Suite file (YAML) whose Retrieval and Reranking data sets the new and the current snapshot are searched for; the"
                    + " new one becomes current only if no measure falls significantly. Empty: it becomes current at once.")
    @Default.String("")
    String getGateSuite();

    void setGateSuite(String gateSuite);

    @Description(
            "How far a measure may fall, from 0 to 1, before a fall that is no chance (p below 0.05) fails the gate.")
    @Default.Double(0.01)
    double getGateDrop();

    void setGateDrop(double gateDrop);
}
