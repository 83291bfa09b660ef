package dev.embeam.sharing;

/**
 * One user's right to a shared value, from {@link Shared#acquire} on until it is closed.
 *
 * @param <V> the value
 */
public interface Lease<V> extends AutoCloseable {
    /** The value, read at the first call in this JVM. A failed read fails for its caller alone; the next call tries again. */
    V get();

    /** Lets the value go; a second call does nothing. */
    @Override
    void close();
}
