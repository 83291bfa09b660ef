package dev.embeam.collection;

import java.io.IOException;
import java.io.InputStream;

/** Files as the bytes they hold, whatever their names say of compression. */
public final class Decompressed {
    private Decompressed() {}

    /** The bytes of a file, unpacked where its name ends in {@code .gz} or {@code .zst}. */
    public static InputStream open(String path, FileAccess access) throws IOException {
        return Decompression.of(InputCompression.ofName(path), new ChannelStream(access.open(path)));
    }
}
