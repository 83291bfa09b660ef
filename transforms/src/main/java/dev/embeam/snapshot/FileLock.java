package dev.embeam.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.LockManager;

/**
 * Lets one process at a time put the next metadata file of a table in its place. A local file system renames onto a file
 * that is there, so that of two commits at once the first would be lost; HDFS refuses that by itself, and is not locked.
 */
public final class FileLock implements LockManager {
    private static final Map<String, FileChannel> HELD = new ConcurrentHashMap<>();

    /** Made by Iceberg. */
    public FileLock() {}

    @Override
    public void initialize(Map<String, String> properties) {}

    @Override
    public boolean acquire(String entity, String owner) {
        URI file = new org.apache.hadoop.fs.Path(entity).toUri();
        boolean local = file.getScheme() == null || file.getScheme().equals("file");
        try {
            return !local || lock(Path.of(file.getPath()).resolveSibling(".lock"), entity + owner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lock(Path path, String key) throws IOException {
        FileChannel channel = open(path);
        if (tryLock(channel)) {
            HELD.put(key, channel);
            return true;
        }
        channel.close();
        return false;
    }

    /** Another thread of this process counts like another process. */
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        Files.createDirectories(lock.getParent());
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public boolean release(String entity, String owner) {
        FileChannel held = HELD.remove(entity + owner);
        try {
            if (held != null) {
                held.close();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
