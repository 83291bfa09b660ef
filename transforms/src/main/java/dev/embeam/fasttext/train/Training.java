package dev.embeam.fasttext.train;

import dev.embeam.collection.FileAccess;
import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.FastTextSettings;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.kernel.WeightTable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A training under way: all that its threads share. */
final class Training {
    private static final long MILLIS_BETWEEN_REPORTS = 1000;

    private final FileAccess files;
    private final String path;
    private final TrainingSettings settings;
    private final Dictionary dictionary;
    private final WordRows wordRows;
    private final Learner learner;
    private final float[] keptShares;

    Training(
            FileAccess files,
            String path,
            TrainingSettings settings,
            Dictionary dictionary,
            WeightTable input,
            WeightTable output) {
        this.files = files;
        this.path = path;
        this.settings = settings;
        this.dictionary = dictionary;
        boolean supervised = settings.model().kind() == ModelKind.SUPERVISED;
        wordRows = new WordRows(settings.model(), dictionary);
        learner = new Learner(input, objective(settings.model(), dictionary, output), supervised);
        keptShares = SampledLines.keptShares(dictionary, settings.model().t());
    }

    private static Objective objective(FastTextSettings model, Dictionary dictionary, WeightTable output) {
        return switch (model.loss()) {
            case HIERARCHICAL_SOFTMAX -> new HierarchicalSoftmax(output, targetCounts(model, dictionary));
            case NEGATIVE_SAMPLING -> new NegativeSampling(output, model.neg(), targetCounts(model, dictionary));
            case SOFTMAX -> new Softmax(output);
            case ONE_VS_ALL -> new OneVsAll(output);
        };
    }

    private static long[] targetCounts(FastTextSettings model, Dictionary dictionary) {
        boolean supervised = model.kind() == ModelKind.SUPERVISED;
        int first = supervised ? dictionary.words() : 0;
        int end = supervised ? dictionary.size() : dictionary.words();
        return LongStream.range(first, end)
                .map(entry -> dictionary.count((int) entry))
                .toArray();
    }

    /** Runs all threads to their end. */
    void run(TrainingListener listener) throws IOException, InterruptedException {
        Course course = new Course(settings.lr(), settings.model().epoch(), dictionary.tokens());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < settings.threads(); i++) {
            threads.add(new Thread(new TrainingThread(this, course, i), "training-" + i));
        }
        long start = System.nanoTime();
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                await(thread, course, start, listener);
            }
        } catch (InterruptedException | RuntimeException e) {
            course.fail(e);
            throw e;
        }
        rethrow(course.failure());
        listener.progressed(course.progress(secondsSince(start)));
    }

    private static void await(Thread thread, Course course, long start, TrainingListener listener)
            throws InterruptedException {
        thread.join(MILLIS_BETWEEN_REPORTS);
        while (thread.isAlive()) {
            listener.progressed(course.progress(secondsSince(start)));
            thread.join(MILLIS_BETWEEN_REPORTS);
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof ExplodedLossException) {
            throw new IllegalArgumentException(
                    "the training exploded: an inner product is no number at lr " + settings.lr()
                            + "; expected a learning rate at which weights stay finite; lower it",
                    failure);
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** The text, from the place on where a thread begins. */
    TrainingTokens open(int thread) throws IOException {
        SeekableByteChannel channel = files.open(path);
        return new TrainingTokens(channel, (long) thread * channel.size() / settings.threads());
    }

    LabelledLines labelledLines() {
        return new LabelledLines(settings.model(), dictionary, wordRows, settings.label());
    }

    TrainingSettings settings() {
        return settings;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    WordRows wordRows() {
        return wordRows;
    }

    Learner learner() {
        return learner;
    }

    float[] keptShares() {
        return keptShares;
    }
}
