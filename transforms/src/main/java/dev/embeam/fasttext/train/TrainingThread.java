package dev.embeam.fasttext.train;

import dev.embeam.fasttext.Dictionary;
import dev.embeam.fasttext.Loss;
import dev.embeam.fasttext.ModelKind;
import dev.embeam.tokenizer.TokenIds;
import java.io.IOException;

/** One thread of a training: reads lines from its place in the text on and learns from each. */
final class TrainingThread implements Runnable {
    private final Training training;
    private final Course course;
    private final int number;
    private final LearningState state;
    private final TokenIds bag = new TokenIds();
    /** Whether the examples of a word are learnt together, which only training in one thread must not do. */
    private final boolean together;

    TrainingThread(Training training, Course course, int number) {
        this.training = training;
        this.course = course;
        this.number = number;
        together = training.settings().threads() > 1;
        state = training.learner().newState((long) number + training.settings().seed(), !together);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // The thread that waits for this one throws it again.
    public void run() {
        try (TrainingTokens text = training.open(number)) {
            if (training.settings().model().kind() == ModelKind.SUPERVISED) {
                classify(text);
            } else {
                embed(text);
            }
        } catch (IOException | RuntimeException | Error failure) {
            course.fail(failure);
        }
    }

    private void classify(TrainingTokens text) throws IOException {
        LabelledLines lines = training.labelledLines();
        boolean allLabels = training.settings().model().loss() == Loss.ONE_VS_ALL;
        long unreported = 0;
        while (course.goesOn()) {
            float lr = course.lr();
            unreported += lines.read(text);
            TokenIds rows = lines.rows();
            TokenIds labels = lines.labels();
            if (rows.size() > 0 && labels.size() > 0) {
                int chosen = allLabels ? 0 : state.random.below(labels.size());
                training.learner().learn(rows.array(), 0, rows.size(), labels, chosen, lr, state);
            }
            unreported = report(unreported);
        }
    }

    private void embed(TrainingTokens text) throws IOException {
        Dictionary dictionary = training.dictionary();
        SampledLines lines = new SampledLines(dictionary, training.keptShares());
        boolean skipgram = training.settings().model().kind() == ModelKind.SKIPGRAM;
        long unreported = 0;
        while (course.goesOn()) {
            float lr = course.lr();
            unreported += lines.read(text, state.random);
            if (skipgram) {
                skipgram(lines.words(), lr);
            } else {
                cbow(lines.words(), lr);
            }
            unreported = report(unreported);
        }
    }

    /** From each word to each one around it. */
    private void skipgram(TokenIds words, float lr) {
        WordRows rows = training.wordRows();
        for (int centre = 0; centre < words.size(); centre++) {
            int reach = 1 + state.random.below(training.settings().model().ws());
            int word = words.get(centre);
            int last = Math.min(words.size() - 1, centre + reach);
            int first = Math.max(0, centre - reach);
            if (together) {
                training.learner()
                        .learnAll(
                                rows.array(),
                                rows.from(word),
                                rows.to(word),
                                words,
                                first,
                                last + 1,
                                centre,
                                lr,
                                state);
            } else {
                oneByOne(words, centre, first, last, lr);
            }
        }
    }

    private void oneByOne(TokenIds words, int centre, int first, int last, float lr) {
        WordRows rows = training.wordRows();
        int word = words.get(centre);
        for (int other = first; other <= last; other++) {
            if (other != centre) {
                training.learner().learn(rows.array(), rows.from(word), rows.to(word), words, other, lr, state);
            }
        }
    }

    /** From the words around each one to it. */
    private void cbow(TokenIds words, float lr) {
        WordRows rows = training.wordRows();
        for (int centre = 0; centre < words.size(); centre++) {
            int reach = 1 + state.random.below(training.settings().model().ws());
            int last = Math.min(words.size() - 1, centre + reach);
            bag.truncate(0);
            for (int other = Math.max(0, centre - reach); other <= last; other++) {
                if (other != centre) {
                    rows.addTo(bag, words.get(other));
                }
            }
            training.learner().learn(bag.array(), 0, bag.size(), words, centre, lr, state);
        }
    }

    private long report(long unreported) {
        if (unreported <= training.settings().model().lrUpdateRate()) {
            return unreported;
        }
        course.advance(unreported);
        if (number == 0) {
            course.setLoss(state.meanLoss());
        }
        return 0;
    }
}
