package dev.embeam.planning;

/**
 * Memory of a run, in bytes.
 *
 * @param model the model's table, once a JVM
 * @param slot what each slot needs beside it: a row group that is being written, batches on their way, a share of the ids
 * @param network buffers for what goes from worker to worker, of one TaskManager
 * @param slots slots of a JVM
 */
public record MemoryEstimate(long model, long slot, long network, int slots) {
    private static final long MEBIBYTE = 1L << 20;
    /** Classes, the runner and the job's graph. */
    private static final long PROGRAM = 160 * MEBIBYTE;
    /** Garbage between two collections, as a share of what lives. */
    private static final double HEADROOM = 1.5;
    /** Flink's own parts of a TaskManager, by its defaults: framework heap and off-heap, metaspace. */
    private static final long FRAMEWORK = (128 + 128 + 256) * MEBIBYTE;
    /** Sorting of ids and files; spills beyond it. */
    private static final long MANAGED_OF_SLOT = 64 * MEBIBYTE;

    private static final double JVM_OVERHEAD = 0.1;
    private static final long LEAST_OVERHEAD = 192 * MEBIBYTE;
    /** What holds of a batch at once beside its vectors: its texts, its tokens, and their copies. */
    private static final long TEXTS_OF_BATCH = 8 * MEBIBYTE;

    private static final int ROWS_OF_BATCH = 512;
    private static final int ID_PARTITIONS = 64;
    /** A hash, a place and a slot of the table that finds equal ones. */
    private static final int BYTES_OF_ID = 64;
    /** 512 buffers of 32 KiB for each of about ten blocking results that a slot may write or read at once. */
    private static final long NETWORK_OF_SLOT = 160 * MEBIBYTE;
    /** Two exclusive buffers of 32 KiB at either end of a channel, on about eight exchanges. */
    private static final long NETWORK_OF_CHANNEL = 1 * MEBIBYTE;

    /**
     * The memory of a run.
     *
     * @param modelBytes bytes of the model's table
     * @param dim columns of a vector
     * @param documents of the collection
     * @param rowGroupBytes size of a row group
     * @param slots slots of a JVM
     * @param parallelism slots of the whole job
     */
    public static MemoryEstimate of(
            long modelBytes, int dim, double documents, long rowGroupBytes, int slots, int parallelism) {
        long vectors = (long) ROWS_OF_BATCH * dim * Float.BYTES;
        long ids = Math.round(documents / ID_PARTITIONS) * BYTES_OF_ID;
        // A row group is held as pages, and copied once when a file is closed.
        long slot = 2 * rowGroupBytes + 3 * vectors + TEXTS_OF_BATCH + ids;
        return new MemoryEstimate(
                modelBytes, slot, slots * NETWORK_OF_SLOT + (long) slots * parallelism * NETWORK_OF_CHANNEL, slots);
    }

    /** Heap of a JVM that runs everything: -Xmx. */
    public long heap() {
        return roundUp(Math.round(HEADROOM * (PROGRAM + model + slots * slot)));
    }

    /** Heap of a TaskManager's tasks: {@code taskmanager.memory.task.heap.size}. */
    public long taskHeap() {
        return roundUp(Math.round(HEADROOM * (model + slots * slot)));
    }

    /** {@code taskmanager.memory.managed.size}. */
    public long managed() {
        return slots * MANAGED_OF_SLOT;
    }

    /** The whole process of a TaskManager: {@code taskmanager.memory.process.size}, or the memory of its container. */
    public long taskManager() {
        long inside = taskHeap() + managed() + network + FRAMEWORK;
        return roundUp(Math.max(inside + LEAST_OVERHEAD, Math.round(inside / (1 - JVM_OVERHEAD))));
    }

    private static long roundUp(long bytes) {
        long step = 64 * MEBIBYTE;
        return (bytes + step - 1) / step * step;
    }
}
