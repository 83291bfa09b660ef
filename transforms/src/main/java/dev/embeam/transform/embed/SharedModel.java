package dev.embeam.transform.embed;

import dev.embeam.model.TextEncoder;
import java.util.HashMap;
import java.util.Map;

/**
 * One model a JVM and source, however many functions and slots use it: a table may take a gigabyte. Users are counted; the
 * model is let go when the last one releases it. Thread-safe; whoever comes while a model is being read waits for it, and
 * users of other models do not.
 */
final class SharedModel {
    private static final Map<ModelSource, SharedModel> MODELS = new HashMap<>();

    private final ModelSource source;
    private final LazyModel model;
    private int users;

    private SharedModel(ModelSource source) {
        this.source = source;
        this.model = new LazyModel(source);
    }

    /** Registers a user, who must {@link #release} exactly once. */
    static SharedModel acquire(ModelSource source) {
        synchronized (MODELS) {
            SharedModel shared = MODELS.computeIfAbsent(source, SharedModel::new);
            shared.users++;
            return shared;
        }
    }

    /** The model, read at the first call. A failed read fails for its caller alone; the next call tries again. */
    TextEncoder get() {
        return model.get();
    }

    /** Unregisters a user. */
    void release() {
        synchronized (MODELS) {
            users--;
            if (users == 0) {
                MODELS.remove(source);
            }
        }
    }

    /** How many users a source has, for tests. */
    static int users(ModelSource source) {
        synchronized (MODELS) {
            SharedModel shared = MODELS.get(source);
            return shared == null ? 0 : shared.users;
        }
    }
}
