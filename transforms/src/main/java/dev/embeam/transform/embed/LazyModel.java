package dev.embeam.transform.embed;

import dev.embeam.model.TextEncoder;
import org.jspecify.annotations.Nullable;

/** A model that is read when it is first asked for. Thread-safe. */
final class LazyModel {
    private final ModelSource source;
    private @Nullable TextEncoder model;

    LazyModel(ModelSource source) {
        this.source = source;
    }

    synchronized TextEncoder get() {
        TextEncoder read = model;
        if (read == null) {
            read = source.load();
            model = read;
        }
        return read;
    }
}
