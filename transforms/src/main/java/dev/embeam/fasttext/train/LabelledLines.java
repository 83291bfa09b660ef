package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.Subwords;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the lines that a classifier is trained on: rows of the input matrix, and labels. One thread's. */
final class LabelledLines {
    private static final long FACTOR = 116_049_371;

    private final FastTextSettings settings;
    private final Dictionary dictionary;
    private final WordRows wordRows;
    private final byte[] labelPrefix;
    private final Subwords subwords;
    private final TokenIds rows = new TokenIds();
    private final TokenIds labels = new TokenIds();
    private final TokenIds hashes = new TokenIds();

    LabelledLines(FastTextSettings settings, Dictionary dictionary, WordRows wordRows, String labelPrefix) {
        this.settings = settings;
        this.dictionary = dictionary;
        this.wordRows = wordRows;
        this.labelPrefix = labelPrefix.getBytes(StandardCharsets.UTF_8);
        subwords = new Subwords(settings, dictionary);
    }

    /** Reads the next line, an empty one at the end of the text, and says how many tokens it had. */
    int read(TrainingTokens text) throws IOException {
        rows.truncate(0);
        labels.truncate(0);
        hashes.truncate(0);
        text.restartAtEnd();
        int tokens = 0;
        boolean ended = false;
        while (!ended && text.next()) {
            tokens++;
            add(text);
            ended = text.endsLine();
        }
        addWordNgrams();
        return tokens;
    }

    private void add(TrainingTokens token) {
        int entry = dictionary.find(token.bytes(), token.from(), token.to(), token.hash());
        if (entry >= dictionary.words()) {
            labels.add(entry - dictionary.words());
        } else if (entry != Dictionary.NONE) {
            wordRows.addTo(rows, entry);
            hashes.add(token.hash());
        } else if (!startsAsLabel(token)) {
            subwords.addNgrams(token.bytes(), token.from(), token.to(), rows);
            hashes.add(token.hash());
        }
    }

    private boolean startsAsLabel(TrainingTokens token) {
        int end = token.from() + labelPrefix.length;
        return end <= token.to() && Arrays.equals(token.bytes(), token.from(), end, labelPrefix, 0, labelPrefix.length);
    }

    private void addWordNgrams() {
        for (int first = 0; first < hashes.size(); first++) {
            long hash = hashes.get(first);
            long end = Math.min(hashes.size(), first + (long) settings.wordNgrams());
            for (int next = first + 1; next < end; next++) {
                hash = hash * FACTOR + hashes.get(next);
                subwords.addBucket((int) Long.remainderUnsigned(hash, settings.bucket()), rows);
            }
        }
    }

    /** The rows of the line. */
    TokenIds rows() {
        return rows;
    }

    /** The known labels of the line, numbered from 0. */
    TokenIds labels() {
        return labels;
    }
}
