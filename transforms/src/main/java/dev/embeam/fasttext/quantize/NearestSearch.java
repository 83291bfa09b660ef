package dev.embeam.fasttext.quantize;

import dev.embeam.kernel.NearestCentroids;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finds nearest centroids in several threads; each point's is its own, so the threads change nothing about it. */
final class NearestSearch implements AutoCloseable {
    private static final int FEWEST_POINTS = 1024;

    private final int threads;
    private final ExecutorService executor;

    NearestSearch(int threads) {
        this.threads = threads;
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "nearest-centroids");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As {@link NearestCentroids#find} for {@code count} points from 0 on, {@code count} apart. */
    void find(float[] points, int count, int width, float[] centroids, byte[] codes) {
        int shares = Math.max(1, Math.min(threads, count / FEWEST_POINTS));
        if (shares == 1) {
            NearestCentroids.find(points, count, 0, count, width, centroids, codes);
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            int from = (int) ((long) count * share / shares);
            int to = (int) ((long) count * (share + 1) / shares);
            running.add(executor.submit(() -> NearestCentroids.find(points, count, from, to, width, centroids, codes)));
        }
        running.forEach(NearestSearch::await);
    }

    private static void await(Future<?> share) {
        try {
            share.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while quantising", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread that quantises failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
