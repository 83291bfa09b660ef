package dev.embeam.sharing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that are read once a JVM and key, however many functions and slots use them: a table may take a gigabyte. Users are
 * counted; a value is let go when its last one closes its {@link Lease}. Thread-safe; whoever comes while a value is being read
 * waits for it, and users of other keys do not.
 *
 * @param <K> what the value is read by, with equality
 * @param <V> the value
 */
public final class Shared<K, V> {
    private final Map<K, Entry> entries = new HashMap<>();
    private final Function<? super K, ? extends V> reader;

    /** Values that are read by this. */
    public Shared(Function<? super K, ? extends V> reader) {
        this.reader = reader;
    }

    /** Registers a user of a value, which is not read yet. */
    public Lease<V> acquire(K key) {
        synchronized (entries) {
            Entry entry = entries.computeIfAbsent(key, Entry::new);
            entry.users++;
            return entry.new Use();
        }
    }

    /** How many users a value has. */
    public int users(K key) {
        synchronized (entries) {
            Entry entry = entries.get(key);
            return entry == null ? 0 : entry.users;
        }
    }

    private final class Entry {
        private final K key;
        private @Nullable V value;
        private int users;

        Entry(K key) {
            this.key = key;
        }

        synchronized V get() {
            V read = value;
            if (read == null) {
                read = reader.apply(key);
                value = read;
            }
            return read;
        }

        void release() {
            synchronized (entries) {
                users--;
                if (users == 0) {
                    entries.remove(key);
                }
            }
        }

        private final class Use implements Lease<V> {
            private boolean closed;

            @Override
            public V get() {
                return Entry.this.get();
            }

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    release();
                }
            }
        }
    }
}
