package dev.embeam.transform.compress;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One model a JVM and source, however many functions try recipes on it. Users are counted; the model is let go when the last
 * one releases it. Thread-safe.
 */
final class SharedTrial {
    private static final Map<SweepSource, SharedTrial> TRIALS = new HashMap<>();

    private final SweepSource source;
    private @Nullable ModelTrial trial;
    private int users;

    private SharedTrial(SweepSource source) {
        this.source = source;
    }

    /** Registers a user, who must {@link #release} exactly once. */
    static SharedTrial acquire(SweepSource source) {
        synchronized (TRIALS) {
            SharedTrial shared = TRIALS.computeIfAbsent(source, SharedTrial::new);
            shared.users++;
            return shared;
        }
    }

    /** The model, read at the first call; whoever comes meanwhile waits. */
    synchronized ModelTrial get() {
        ModelTrial ready = trial;
        if (ready == null) {
            ready = ModelTrial.of(source);
            trial = ready;
        }
        return ready;
    }

    /** Unregisters a user. */
    void release() {
        synchronized (TRIALS) {
            users--;
            if (users == 0) {
                TRIALS.remove(source);
            }
        }
    }
}
