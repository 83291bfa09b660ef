package dev.embeam.pipeline.cluster;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import dev.embeam.schema.parquet.EncodedRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a reader of {@code data/*.parquet} sees, whatever the manifest says.
 *
 * @param rows number of rows
 * @param ids number of different ids
 * @param digest of ids and vectors, whatever their order
 */
record VisibleRows(long rows, int ids, long digest) {
    static final VisibleRows NONE = new VisibleRows(0, 0, 0);

    /** Reads all files. */
    static VisibleRows of(Path output) throws IOException {
        long rows = 0;
        long digest = 0;
        Set<String> ids = new HashSet<>();
        for (Path file : files(output)) {
            try (EmbeddingFileReader reader = EmbeddingFileReader.open(Files.newByteChannel(file), file.toString())) {
                int rowBytes = reader.layout().rowBytes();
                for (Optional<EncodedRows> next = reader.next(); next.isPresent(); next = reader.next()) {
                    DocumentKeys keys = next.get().keys();
                    rows += keys.size();
                    for (int i = 0; i < keys.size(); i++) {
                        ids.add(keys.ids().get(i));
                    }
                    digest += digest(next.get(), rowBytes);
                }
            }
        }
        return new VisibleRows(rows, ids.size(), digest);
    }

    /** The files. */
    static List<Path> files(Path output) throws IOException {
        Path data = output.resolve("data");
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** A sum, so that the order of rows does not count. */
    private static long digest(EncodedRows block, int rowBytes) {
        long sum = 0;
        MessageDigest md5 = md5();
        for (int i = 0; i < block.keys().size(); i++) {
            md5.update(block.keys().ids().get(i).getBytes(StandardCharsets.UTF_8));
            md5.update(block.rows(), i * rowBytes, rowBytes);
            sum += ByteBuffer.wrap(md5.digest()).getLong();
        }
        return sum;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
