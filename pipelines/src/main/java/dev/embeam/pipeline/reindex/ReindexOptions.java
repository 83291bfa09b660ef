package dev.embeam.pipeline.reindex;

import dev.embeam.pipeline.option.GateOptions;
import dev.embeam.pipeline.option.InputOptions;
import dev.embeam.pipeline.option.ModelOptions;
import dev.embeam.pipeline.option.TableOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Flags of {@code reindex}. */
public interface ReindexOptions extends InputOptions, ModelOptions, TableOptions, GateOptions {
    @Description("Let a collection without documents empty the table.")
    @Default.Boolean(false)
    boolean isAllowEmpty();

    void setAllowEmpty(boolean allowEmpty);

    @Description(
            "Share of the table's documents that may be gone from the collection, 0 to 1; more, and nothing is changed.")
    @Default.Double(0.2)
    double getMaxDeleteShare();

    void setMaxDeleteShare(double maxDeleteShare);

    @Description("Put small files together and drop deleted rows, without encoding them again.")
    @Default.Boolean(false)
    boolean isCompact();

    void setCompact(boolean compact);
}
