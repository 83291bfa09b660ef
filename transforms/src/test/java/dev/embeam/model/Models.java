package dev.embeam.model;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TextColumn;
import java.util.List;

/** Encodes texts in one step, for tests. */
final class Models {
    private Models() {}

    static DocumentBatch batch(List<String> texts) {
        String[] ids = new String[texts.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "d" + i;
        }
        return new DocumentBatch(DocumentKeys.ofIds(ids), TextColumn.of(texts));
    }

    static EmbeddingBatch encode(StaticModel model, List<String> texts) {
        return model.encode(model.newTokenizing().tokenize(batch(texts)));
    }

    static float[] vector(StaticModel model, String text) {
        return encode(model, List.of(text)).vectors();
    }
}
