package dev.embeam.pipeline.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what other processes do. */
final class Wait {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Wait() {}

    /** Asks again and again until there is an answer. */
    static <T> T until(String what, Supplier<Optional<T>> question) {
        return until(what, 50, question);
    }

    /** Asks again after so many milliseconds, with 0 at once, until there is an answer. */
    static <T> T until(String what, long periodMillis, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            sleep(periodMillis);
        }
        throw new AssertionError("waited " + PATIENCE.toMinutes() + " minutes in vain until " + what);
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
