package dev.embeam.transform.embed;

import dev.embeam.model.TextEncoder;
import dev.embeam.model.Tokenizing;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.EmbeddingBatch;
import dev.embeam.schema.TokenBatch;
import java.util.ArrayList;
import java.util.List;

/** The encoders that one tokenisation serves. Not thread-safe. */
final class SharedTokens {
    private final TextEncoder model;
    private final Tokenizing tokenizing;
    private final int firstLimit;
    private final List<Member> members = new ArrayList<>();

    private SharedTokens(TextEncoder model, int limit) {
        this.model = model;
        this.firstLimit = limit;
        tokenizing = model.newTokenizing(limit);
    }

    /** Puts every encoder, by its number, into a group. */
    static List<SharedTokens> group(List<EncoderVariant> variants, List<ModelLease> leases) {
        List<SharedTokens> groups = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            TextEncoder model = leases.get(i).model();
            int limit = variants.get(i).limit(model);
            SharedTokens group = groups.stream()
                    .filter(one -> one.serves(model, limit))
                    .findFirst()
                    .orElseGet(() -> added(groups, new SharedTokens(model, limit)));
            group.members.add(new Member(i, limit));
        }
        return groups;
    }

    private static SharedTokens added(List<SharedTokens> groups, SharedTokens group) {
        groups.add(group);
        return group;
    }

    /** Equal sources give one model, so that identity tells. */
    private boolean serves(TextEncoder other, int limit) {
        return model == other && model.tokenizesAlike(firstLimit, limit);
    }

    /** The encoders. */
    List<Member> members() {
        return members;
    }

    TokenBatch tokenize(DocumentBatch batch) {
        return tokenizing.tokenize(batch);
    }

    EmbeddingBatch encode(TokenBatch tokens, Member member) {
        return model.encode(tokens, member.limit());
    }

    /** An encoder by its number, with its limit of tokens. */
    record Member(int variant, int limit) {}
}
