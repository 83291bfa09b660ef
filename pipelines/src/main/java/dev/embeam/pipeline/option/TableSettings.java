package dev.embeam.pipeline.option;

import dev.embeam.snapshot.TableLocation;

/** What the flags of {@link TableOptions} say. */
public final class TableSettings {
    private TableSettings() {}

    /** Where the table is, with what the user says of Hadoop. */
    public static TableLocation location(TableOptions options) {
        return new TableLocation(options.getTable(), options.getCatalog(), options.getWarehouse())
                .withHadoop(HadoopSettings.of(options));
    }
}
