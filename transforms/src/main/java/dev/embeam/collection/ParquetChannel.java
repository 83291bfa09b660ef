package dev.embeam.collection;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.jspecify.annotations.Nullable;

/** A file as parquet-java wants to have it. */
final class ParquetChannel implements InputFile {
    private final CollectionFile file;
    private final FileAccess access;
    private @Nullable ChannelStream stream;

    ParquetChannel(CollectionFile file, FileAccess access) {
        this.file = file;
        this.access = access;
    }

    /** Whether the file system has failed, as opposed to what it gave having made no sense. */
    boolean failed() {
        return stream != null && stream.failed();
    }

    @Override
    public long getLength() {
        return file.bytes();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        SeekableByteChannel channel = access.open(file.path());
        ChannelStream opened = new ChannelStream(channel);
        stream = opened;
        return new DelegatingSeekableInputStream(opened) {
            @Override
            public long getPos() throws IOException {
                return channel.position();
            }

            @Override
            public void seek(long position) throws IOException {
                channel.position(position);
            }
        };
    }

    @Override
    public String toString() {
        return file.path();
    }
}
