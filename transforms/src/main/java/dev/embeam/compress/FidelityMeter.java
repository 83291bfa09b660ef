package dev.embeam.compress;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextModel;
import dev.embeam.fasttext.WordHash;
import dev.embeam.fasttext.WordVectors;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Measures compact models beside the model they were made of: mean cosines as published for compress-fasttext, where every
 * word counts once however often it occurs. Immutable, shared between threads.
 */
public final class FidelityMeter {
    private static final double NANOSECONDS = 1e3;
    private static final int AT_ONCE = 1024;

    private final FastTextModel original;
    private final byte[][] known;
    private final byte[][] unknown;
    private final List<WordPairs> pairs;

    private FidelityMeter(FastTextModel original, byte[][] known, byte[][] unknown, List<WordPairs> pairs) {
        this.original = original;
        this.known = known;
        this.unknown = unknown;
        this.pairs = List.copyOf(pairs);
    }

    /**
     * Over words of the model and others.
     *
     * @param most at most so many words of the dictionary, evenly from the most frequent to the rarest
     * @param unknown words of which those that the model does not know are taken
     * @param pairs sets of judged pairs
     */
    public static FidelityMeter of(FastTextModel original, int most, List<byte[]> unknown, List<WordPairs> pairs) {
        Dictionary dictionary = original.dictionary();
        int count = Math.min(most, dictionary.words());
        byte[][] known = IntStream.range(0, count)
                .mapToObj(i -> dictionary.bytes((int) ((long) i * dictionary.words() / count)))
                .toArray(byte[][]::new);
        byte[][] others = unknown.stream()
                .filter(word -> dictionary.findWord(word, 0, word.length, WordHash.of(word, 0, word.length))
                        == Dictionary.NONE)
                .toArray(byte[][]::new);
        return new FidelityMeter(original, known, others, pairs);
    }

    /**
     * Words that a dictionary does not have, made of the first half of one word and the second half of another: what new
     * compounds and endings are like, where no list of real ones is at hand.
     */
    public static List<byte[]> joinedWords(Dictionary dictionary, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, dictionary.words() > 0 ? count : 0)
                .mapToObj(i -> {
                    String first = dictionary.text(random.nextInt(dictionary.words()));
                    String second = dictionary.text(random.nextInt(dictionary.words()));
                    return head(first) + second.substring(head(second).length());
                })
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String head(String word) {
        int half = word.codePointCount(0, word.length()) / 2;
        return word.substring(0, word.offsetByCodePoints(0, half));
    }

    /** How near a compact model comes. */
    public Fidelity measure(CompactModel compact) {
        double[] ofKnown = cosines(compact, known);
        double[] ofUnknown = cosines(compact, unknown);
        double all = (sum(ofKnown) + sum(ofUnknown)) / (ofKnown.length + ofUnknown.length);
        return new Fidelity(
                compact.fileBytes(),
                compact.bytes(),
                sum(ofKnown) / ofKnown.length,
                sum(ofUnknown) / ofUnknown.length,
                all,
                pairs.stream().map(set -> agreement(set, compact)).toList(),
                microseconds(compact, known),
                microseconds(compact, unknown));
    }

    /** One a word; words are shared out in stretches, so that sums have one order. */
    private double[] cosines(CompactModel compact, byte[][] words) {
        double[] cosines = new double[words.length];
        IntStream.range(0, (words.length + AT_ONCE - 1) / AT_ONCE).parallel().forEach(stretch -> {
            CompactVectors after = new CompactVectors(compact);
            WordVectors before = new WordVectors(original);
            float[] old = new float[compact.dim()];
            float[] now = new float[compact.dim()];
            int end = Math.min(words.length, (stretch + 1) * AT_ONCE);
            for (int i = stretch * AT_ONCE; i < end; i++) {
                before.write(words[i], 0, words[i].length, old, 0);
                after.write(words[i], 0, words[i].length, now, 0);
                cosines[i] = Cosine.of(old, now);
            }
        });
        return cosines;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private Fidelity.PairAgreement agreement(WordPairs set, CompactModel compact) {
        CompactVectors after = new CompactVectors(compact);
        WordVectors before = new WordVectors(original);
        return new Fidelity.PairAgreement(
                set.name(),
                set.measure(),
                set.agreement(vectors(compact.dim(), after::write)),
                set.agreement(vectors(compact.dim(), before::write)));
    }

    /** Writes the vector of a word. */
    private interface Writer {
        void write(byte[] text, int from, int to, float[] out, int at);
    }

    private static WordPairs.Vectors vectors(int dim, Writer writer) {
        return new WordPairs.Vectors() {
            @Override
            public int dim() {
                return dim;
            }

            @Override
            public void write(byte[] text, int from, int to, float[] out, int at) {
                writer.write(text, from, to, out, at);
            }
        };
    }

    /** Processor time of one word, over all words and after a first round. */
    private static double microseconds(CompactModel compact, byte[][] words) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        CompactVectors vectors = new CompactVectors(compact);
        float[] vector = new float[compact.dim()];
        long start = 0;
        for (int round = 0; round < 2; round++) {
            start = clock.getCurrentThreadCpuTime();
            for (byte[] word : words) {
                vectors.write(word, 0, word.length, vector, 0);
            }
        }
        return (clock.getCurrentThreadCpuTime() - start) / NANOSECONDS / words.length;
    }
}
