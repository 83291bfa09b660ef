package dev.embeam.evaluation;

import dev.embeam.metric.RankedGains;
import dev.embeam.schema.Qrel;
import dev.embeam.schema.Query;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query with its judgements ready for looking up. Of a document that is judged twice the first judgement stands.
 *
 * @param query as it was read
 * @param grades by document
 * @param candidates each once, in the order of the file
 * @param unranked the judgements with an empty ranking
 */
record JudgedQuery(Query query, Map<String, Integer> grades, Set<String> candidates, RankedGains unranked) {
    static JudgedQuery of(Query query) {
        Map<String, Integer> grades = new HashMap<>();
        for (Qrel qrel : query.qrels()) {
            grades.putIfAbsent(qrel.document(), qrel.grade());
        }
        int[] judged = grades.values().stream().mapToInt(Integer::intValue).toArray();
        return new JudgedQuery(
                query, grades, new LinkedHashSet<>(query.candidates()), RankedGains.of(new int[0], judged));
    }

    String id() {
        return query.id();
    }

    boolean hasRelevant() {
        return unranked.relevant().length > 0;
    }

    /** The grade of a document; 0 where it is not judged, or below. */
    int grade(String document) {
        return Math.max(0, grades.getOrDefault(document, 0));
    }

    int[] grades(List<String> documents) {
        return documents.stream().mapToInt(this::grade).toArray();
    }

    /** How many judgements and candidates repeat an id of the same list. */
    int repeated() {
        return query.qrels().size() - grades.size() + query.candidates().size() - candidates.size();
    }
}
