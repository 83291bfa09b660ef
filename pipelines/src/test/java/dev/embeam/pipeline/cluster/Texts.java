package dev.embeam.pipeline.cluster;

import java.util.List;
import java.util.Random;

/** Seeded texts in the words of the small models of tests. */
final class Texts {
    private static final List<String> WORDS = List.of("red", "green", "blue", "unknown");

    private Texts() {}

    /** Documents {@code d0, d1, ...} as JSON lines. */
    static String documents(Random random, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"id\": \"d%d\", \"text\": \"%s\"}%n".formatted(i, text(random, 60)));
        }
        return lines.toString();
    }

    /** Queries, each with one document that is right. */
    static String queries(Random random, int count, int documents) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"qid\": \"q%d\", \"query\": \"%s\", \"relevant_docs\": [\"d%d\"]}%n"
                    .formatted(i, text(random, 4), random.nextInt(documents)));
        }
        return lines.toString();
    }

    /** One to so many words. */
    static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int words = 1 + random.nextInt(most); words > 0; words--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(words == 1 ? "" : " ");
        }
        return text.toString();
    }
}
