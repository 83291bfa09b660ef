package dev.embeam.tokenizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The added tokens of a file and their ids: that of the model where it knows the content, else the next one after the
 * vocabulary. The last record for an id says how the token is matched.
 */
final class AddedVocabulary {
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Map<Integer, AddedToken> tokens = new LinkedHashMap<>();

    /**
     * @param entryCount number of entries of the model's vocabulary, from which new ids are counted
     */
    AddedVocabulary(List<AddedToken> records, TokenModel model, int entryCount) {
        int nextId = entryCount;
        for (AddedToken token : records) {
            if (token.content().isEmpty()) {
                continue;
            }
            Integer known = ids.get(token.content());
            OptionalInt inModel = model.idOf(token.content());
            int id = known != null ? known : inModel.isPresent() ? inModel.getAsInt() : nextId;
            // Ids past the vocabulary may be taken by a model whose ids have holes; then counting goes on after them.
            nextId = Math.max(nextId, id >= entryCount ? Math.addExact(id, 1) : nextId);
            ids.put(token.content(), id);
            tokens.put(id, token);
        }
    }

    Map<String, Integer> ids() {
        return ids;
    }

    /** One more than the largest id, 0 without any. */
    int size() {
        return ids.values().stream().mapToInt(id -> id + 1).max().orElse(0);
    }

    /**
     * The tokens to look for before normalisation, or after it.
     *
     * @param normalizer what turns contents into what is looked for
     */
    AddedTokenMatcher matcher(boolean normalized, UnaryOperator<String> normalizer) {
        List<AddedToken> matched = new ArrayList<>();
        List<Integer> matchedIds = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        tokens.forEach((id, token) -> {
            if (token.normalized() == normalized) {
                matched.add(token);
                matchedIds.add(id);
                patterns.add(normalizer.apply(token.content()));
            }
        });
        int[] ids = matchedIds.stream().mapToInt(Integer::intValue).toArray();
        return new AddedTokenMatcher(patterns, matched, ids);
    }
}
