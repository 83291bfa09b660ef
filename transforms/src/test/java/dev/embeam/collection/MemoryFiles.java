package dev.embeam.collection;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.TextColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file system of arrays, and what tests ask of it. */
final class MemoryFiles implements FileAccess {
    private final Map<String, byte[]> files = new HashMap<>();
    private final int mostBytesARead;

    /** Documents and failures of a file. */
    record Contents(List<ReadDocument> documents, List<FailedRecord> failures) {
        List<String> ids() {
            return documents.stream().map(ReadDocument::id).toList();
        }

        List<String> texts() {
            return documents.stream().map(ReadDocument::text).toList();
        }
    }

    /** One document; kept fields that are absent are null. */
    record ReadDocument(long position, String id, String text, List<@Nullable String> kept) {}

    MemoryFiles() {
        this(Integer.MAX_VALUE);
    }

    /** Files that give only so many bytes at once. */
    MemoryFiles(int mostBytesARead) {
        this.mostBytesARead = mostBytesARead;
    }

    static Contents read(String path, byte[] bytes, ReadSettings settings) {
        MemoryFiles files = new MemoryFiles();
        return files.put(path, bytes).read(files.inspect(path, settings).parts(), settings);
    }

    MemoryFiles put(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    InspectedFile inspect(String path, ReadSettings settings) {
        try {
            return new FileInspector(settings, this).inspect(path, bytes(path).length, FileNames.name(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Contents read(List<FilePart> parts, ReadSettings settings) {
        Contents contents = new Contents(new ArrayList<>(), new ArrayList<>());
        FailureLimit limit = new FailureLimit(settings.maxFailures());
        for (FilePart part : parts) {
            batches(part, settings, limit).forEach(batch -> add(batch, contents));
        }
        return contents;
    }

    List<DocumentBatch> batches(FilePart part, ReadSettings settings, FailureLimit limit) {
        List<DocumentBatch> batches = new ArrayList<>();
        try (BatchReader reader = BatchReader.open(part, settings, this, limit)) {
            for (DocumentBatch batch = reader.next(); batch != null; batch = reader.next()) {
                batches.add(batch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return batches;
    }

    @Override
    public SeekableByteChannel open(String path) {
        return new ArrayChannel(bytes(path), mostBytesARead);
    }

    private byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return bytes;
    }

    private static void add(DocumentBatch batch, Contents contents) {
        contents.failures().addAll(batch.keys().failures());
        for (int i = 0; i < batch.size(); i++) {
            @Nullable String[] kept = new @Nullable String[batch.keys().kept().size()];
            for (int field = 0; field < kept.length; field++) {
                TextColumn column = batch.keys().kept().get(field);
                kept[field] = column.isAbsent(i) ? null : column.get(i);
            }
            contents.documents()
                    .add(new ReadDocument(
                            batch.keys().positions()[i],
                            batch.keys().ids().get(i),
                            batch.texts().get(i),
                            Arrays.asList(kept)));
        }
    }

    private static final class ArrayChannel implements SeekableByteChannel {
        private final byte[] bytes;
        private final int mostBytesARead;
        private long position;

        ArrayChannel(byte[] bytes, int mostBytesARead) {
            this.bytes = bytes;
            this.mostBytesARead = mostBytesARead;
        }

        @Override
        public int read(ByteBuffer target) {
            long left = bytes.length - position;
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(left, mostBytesARead), target.remaining());
            target.put(bytes, (int) position, count);
            position += count;
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            if (newPosition < 0) {
                throw new IllegalArgumentException("negative position");
            }
            position = newPosition;
            return this;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
