package dev.embeam.transform.embed;

import dev.embeam.evaluation.TextEncoding;
import dev.embeam.evaluation.TextVectors;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.TokenBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Texts to the vectors of a static model, once for each limit of tokens, all from as few tokenisations as its rules allow.
 *
 * @param source the model
 * @param limits one a variant, as {@link EncoderVariant} has them
 */
public record ModelEncoding(ModelSource source, List<Integer> limits) implements TextEncoding {
    private static final long serialVersionUID = 1L;
    private static final int TEXTS_AT_ONCE = 1024;

    /** Copies the list. */
    public ModelEncoding {
        limits = List.copyOf(limits);
    }

    @Override
    public List<TextVectors> encode(List<String> texts) {
        try (ModelLease lease = source.lease()) {
            int dim = lease.model().dim();
            List<float[]> vectors = new ArrayList<>();
            for (int variant = 0; variant < limits.size(); variant++) {
                vectors.add(new float[Math.multiplyExact(texts.size(), dim)]);
            }
            List<SharedTokens> groups = groups(lease);
            for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
                List<String> some = texts.subList(from, Math.min(texts.size(), from + TEXTS_AT_ONCE));
                encode(batch(some), groups, from * dim, vectors);
            }
            return vectors.stream()
                    .map(values -> new TextVectors(texts.size(), dim, values))
                    .toList();
        }
    }

    private List<SharedTokens> groups(ModelLease lease) {
        List<EncoderVariant> variants =
                limits.stream().map(limit -> new EncoderVariant(source, limit)).toList();
        return SharedTokens.group(variants, Collections.nCopies(variants.size(), lease));
    }

    private static void encode(DocumentBatch batch, List<SharedTokens> groups, int at, List<float[]> vectors) {
        for (SharedTokens group : groups) {
            TokenBatch tokens = group.tokenize(batch);
            for (SharedTokens.Member member : group.members()) {
                float[] encoded = group.encode(tokens, member).vectors();
                System.arraycopy(encoded, 0, vectors.get(member.variant()), at, encoded.length);
            }
        }
    }

    private static DocumentBatch batch(List<String> texts) {
        String[] column = texts.toArray(String[]::new);
        // Nobody asks for the ids.
        return new DocumentBatch(DocumentKeys.ofIds(column), TextColumn.of(column));
    }
}
