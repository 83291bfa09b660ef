package dev.embeam.lexical;

/** The hashed terms of one text after another, with their counts. For one thread. */
final class TextTerms {
    private final TextAnalyser analyser;
    private final HashCounts counts = new HashCounts();
    private int length;

    TextTerms(Analysis analysis) {
        analyser = analysis.newAnalyser();
    }

    /** Takes the terms of this text in the place of the last one's. */
    void read(String text) {
        counts.clear();
        length = 0;
        analyser.analyse(text, this::add);
    }

    /** How often the text holds each of its terms. */
    HashCounts counts() {
        return counts;
    }

    /** Number of terms, repeated ones counted as often as they occur. */
    int length() {
        return length;
    }

    private void add(char[] chars, int from, int count) {
        counts.add(TermHash.of(chars, from, count));
        length++;
    }
}
