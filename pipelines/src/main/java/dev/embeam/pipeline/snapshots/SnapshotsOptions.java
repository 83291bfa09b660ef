package dev.embeam.pipeline.snapshots;

import dev.embeam.pipeline.option.EncodingOptions;
import dev.embeam.pipeline.option.GateOptions;
import dev.embeam.pipeline.option.ReadOptions;
import dev.embeam.pipeline.option.TableOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code snapshots}; each verb takes those that are for it. */
public interface SnapshotsOptions extends TableOptions, ReadOptions, EncodingOptions, GateOptions {
    @Description(
            "diff: folder for the ids, added.jsonl, changed.jsonl and deleted.jsonl; by default they are only counted.")
    @Default.String("")
    String getOutput();

    void setOutput(String output);

    @Description("diff: changed documents at most whose vectors are compared. verify: documents that are encoded again."
            + " -1 for 100000 and 1000.")
    @Default.Integer(-1)
    int getSample();

    void setSample(int sample);

    @Description("Seed of the sample: equal seeds choose equal documents.")
    @Default.Long(0)
    long getSeed();

    void setSeed(long seed);

    @Description(
            "verify: the collection the snapshot was made from, to encode a sample of it again; by default none is.")
    @Default.String("")
    String getInput();

    void setInput(String input);

    @Description(
            "verify: the model to encode the sample with; by default the one at the place that the snapshot names.")
    @Default.String("")
    String getModel();

    void setModel(String model);

    @Description("expire: snapshots and branches of this age go, as 7d, 12h, 30m or 10s.")
    @Default.String("7d")
    String getOlderThan();

    void setOlderThan(String olderThan);

    @Description("expire: so many of the last snapshots stay whatever their age, the current one counted.")
    @Default.Integer(1)
    int getKeep();

    void setKeep(int keep);

    @Description(
            "expire: files that no snapshot knows go when they are of this age, at least 1h: younger ones may belong to a"
                    + " run that is still writing. Give more than the longest run takes.")
    @Default.String("3d")
    String getOrphansOlderThan();

    void setOrphansOlderThan(String orphansOlderThan);

    @Description("expire: only tell what would go.")
    @Default.Boolean(false)
    boolean isDryRun();

    void setDryRun(boolean dryRun);
}
