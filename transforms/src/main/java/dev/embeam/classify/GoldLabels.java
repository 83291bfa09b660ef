package dev.embeam.classify;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.schema.TextColumn;
import dev.embeam.schema.json.LabelList;
import dev.embeam.tokenizer.TokenIds;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The right labels of documents: those of document {@code i} are {@code labels[offsets[i]] .. labels[offsets[i + 1]]} (end
 * exclusive), each once, none where they are not known. The arrays belong to the record.
 *
 * @param offsets one more than documents, from 0
 * @param labels numbers of the classifier's labels, or {@code -1 - n} for {@code unknown[n]}
 * @param unknown labels that the classifier does not have
 */
public record GoldLabels(int[] offsets, int[] labels, List<String> unknown) implements Serializable {
    /** Of no document. */
    public static final GoldLabels NONE = new GoldLabels(new int[1], new int[0], List.of());

    private static final long serialVersionUID = 1L;
    /** What separates the words of a file of fastText. */
    private static final String WHITESPACE = " \t\n\u000B\f\r\0";

    /** Those that a field names, one label or a JSON list of them a document. */
    public static GoldLabels ofField(TextColumn field, LabelNames names) {
        List<List<String>> documents = new ArrayList<>();
        for (int i = 0; i < field.size(); i++) {
            documents.add(LabelList.of(field.get(i)));
        }
        return of(documents, names);
    }

    /** Those that stand in the texts, as in fastText's own files: words that begin with {@code __label__}. */
    public static GoldLabels ofTexts(TextColumn texts, LabelNames names) {
        List<List<String>> documents = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> labels = new ArrayList<>();
            StringTokenizer words = new StringTokenizer(texts.get(i), WHITESPACE);
            while (words.hasMoreTokens()) {
                String word = words.nextToken();
                if (word.startsWith(Dictionary.LABEL_PREFIX)) {
                    labels.add(word);
                }
            }
            documents.add(labels);
        }
        return of(documents, names);
    }

    /** The texts without the labels that stand in them, words separated by single spaces. */
    public static TextColumn withoutLabels(TextColumn texts) {
        List<String> stripped = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> kept = new ArrayList<>();
            StringTokenizer words = new StringTokenizer(texts.get(i), WHITESPACE);
            while (words.hasMoreTokens()) {
                String word = words.nextToken();
                if (!word.startsWith(Dictionary.LABEL_PREFIX)) {
                    kept.add(word);
                }
            }
            stripped.add(String.join(" ", kept));
        }
        return TextColumn.of(stripped);
    }

    /** Those of these names. */
    public static GoldLabels of(List<List<String>> documents, LabelNames names) {
        int[] offsets = new int[documents.size() + 1];
        TokenIds labels = new TokenIds();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            for (String name : new LinkedHashSet<>(documents.get(i))) {
                int known = names.find(name);
                labels.add(known == LabelNames.NONE ? -1 - number(name, unknown) : known);
            }
            offsets[i + 1] = labels.size();
        }
        return new GoldLabels(offsets, labels.toArray(), List.copyOf(unknown));
    }

    private static int number(String name, List<String> unknown) {
        if (!unknown.contains(name)) {
            unknown.add(name);
        }
        return unknown.indexOf(name);
    }

    /** Number of documents. */
    public int documents() {
        return offsets.length - 1;
    }

    /** Whether the labels of a document are known. */
    public boolean isKnown(int document) {
        return offsets[document + 1] > offsets[document];
    }

    /** Whether a label is right for a document. */
    public boolean has(int document, int label) {
        for (int at = offsets[document]; at < offsets[document + 1]; at++) {
            if (labels[at] == label) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoldLabels that
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(labels, that.labels)
                && unknown.equals(that.unknown);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return "GoldLabels[" + documents() + " documents]";
    }
}
