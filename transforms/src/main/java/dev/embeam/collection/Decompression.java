package dev.embeam.collection;

import java.io.InputStream;

/** Puts the stream that decompresses a file on top of its bytes. */
final class Decompression {
    private Decompression() {}

    static InputStream of(InputCompression compression, InputStream stored) {
        return switch (compression) {
            case GZIP -> new GzipStream(stored);
            case ZSTD -> new ZstdStream(stored);
            case NONE -> stored;
            case BY_NAME -> throw new IllegalStateException("the compression has not been decided");
        };
    }
}
