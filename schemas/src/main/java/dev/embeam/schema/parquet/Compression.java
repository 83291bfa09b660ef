package dev.embeam.schema.parquet;

import java.util.Locale;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compression of the vector column. The text columns are always compressed with Zstandard, which costs them little and
 * often saves two thirds; numbers of vectors save a few percent at best, which is why {@link #NONE} is the default.
 */
public enum Compression {
    /** As they are. */
    NONE(CompressionCodecName.UNCOMPRESSED),
    /** Snappy. */
    SNAPPY(CompressionCodecName.SNAPPY),
    /** Zstandard. */
    ZSTD(CompressionCodecName.ZSTD);

    private final CompressionCodecName codec;

    Compression(CompressionCodecName codec) {
        this.codec = codec;
    }

    /** The compression of this name in lower case. */
    public static Compression of(String name) {
        for (Compression compression : values()) {
            if (compression.label().equals(name)) {
                return compression;
            }
        }
        throw new IllegalArgumentException("compression is \"" + name + "\"; expected none, snappy or zstd");
    }

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    CompressionCodecName codec() {
        return codec;
    }
}
