package dev.embeam.snapshot;

/** What a snapshot says of itself, in Iceberg's summary. */
public enum SnapshotProperty {
    /** The run that made it. */
    RUN_ID("embeam.run-id"),
    /** Where the model was. */
    MODEL("embeam.model"),
    /** Fingerprint of the model and of everything that changes its vectors. */
    MODEL_FINGERPRINT("embeam.model-fingerprint"),
    /** Columns of a vector. */
    WIDTH("embeam.width"),
    /** Digest of the input files and of how they were read: a run that would find the same has nothing to do. */
    INPUT_DIGEST("embeam.input-digest"),
    /** Documents of the snapshot. */
    DOCUMENTS("embeam.documents"),
    /** Documents that are new since the parent. */
    ADDED("embeam.added"),
    /** Documents of another content than in the parent. */
    CHANGED("embeam.changed"),
    /** Documents that the parent had. */
    DELETED("embeam.deleted"),
    /** Documents that were not encoded again. */
    UNCHANGED("embeam.unchanged"),
    /** Documents that were encoded, duplicates included. */
    ENCODED("embeam.encoded"),
    /** Records that were no documents. */
    FAILED("embeam.failed"),
    /** The run's manifest, by its path in the table's folder. */
    MANIFEST("embeam.manifest");

    private final String key;

    SnapshotProperty(String key) {
        this.key = key;
    }

    /** Its name in the summary. */
    public String key() {
        return key;
    }
}
