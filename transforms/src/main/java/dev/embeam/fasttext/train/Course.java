package dev.embeam.fasttext.train;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How far all threads of a training have come together, and with it the learning rate. */
final class Course {
    private final double lr;
    private final long total;
    private final AtomicLong done = new AtomicLong();
    private volatile @Nullable Throwable failure;
    private volatile float loss;

    Course(double lr, int epochs, long tokens) {
        this.lr = lr;
        total = Math.multiplyExact((long) epochs, tokens);
    }

    /** Whether there is more to do, and no thread has failed. */
    boolean goesOn() {
        return done.get() < total && failure == null;
    }

    /** The learning rate now, computed as fastText does in single and double precision. */
    float lr() {
        float progress = (float) done.get() / (float) total;
        return (float) (lr * (1.0 - progress));
    }

    void advance(long tokens) {
        done.addAndGet(tokens);
    }

    void fail(Throwable reason) {
        failure = reason;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    void setLoss(float newLoss) {
        loss = newLoss;
    }

    TrainingListener.Progress progress(double seconds) {
        long words = done.get();
        return new TrainingListener.Progress(
                Math.min(1.0, (double) words / total), words, seconds, Math.max(0, lr()), loss);
    }
}
