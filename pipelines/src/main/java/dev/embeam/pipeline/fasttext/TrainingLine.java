package dev.embeam.pipeline.fasttext;

import dev.embeam.fasttext.train.TrainingListener;
import dev.embeam.pipeline.launch.ProgressMode;
import dev.embeam.pipeline.launch.Terminal;
import java.util.Locale;

/** Tells while a model is trained how far it is: one live line on a terminal, a line every ten seconds elsewhere. */
final class TrainingLine implements TrainingListener, AutoCloseable {
    private static final String ERASE = "\r\u001b[K";
    private static final double SECONDS_BETWEEN_LINES = 10;

    private final Terminal terminal;
    private final ProgressMode mode;
    private final boolean live;
    private double told;

    TrainingLine(Terminal terminal, ProgressMode mode) {
        this.terminal = terminal;
        this.mode = mode;
        live = mode == ProgressMode.AUTO && terminal.interactive();
    }

    @Override
    public void progressed(Progress progress) {
        boolean due = live || progress.share() >= 1 || progress.seconds() - told >= SECONDS_BETWEEN_LINES;
        if (mode == ProgressMode.NONE || !due) {
            return;
        }
        told = progress.seconds();
        terminal.err().print(live ? ERASE + describe(progress) : describe(progress) + System.lineSeparator());
        terminal.err().flush();
    }

    /** Begins a new line after the live one, which stays. */
    @Override
    public void close() {
        if (live) {
            terminal.err().println();
        }
    }

    static String describe(Progress progress) {
        double seconds = Math.max(progress.seconds(), 1e-3);
        String left = progress.share() < 0.01 ? "-" : clock(seconds / progress.share() * (1 - progress.share()));
        return String.format(
                Locale.ROOT,
                "%.1f %% trained, %,d words/s, lr %.5f, loss %.4f, %s left",
                100 * progress.share(),
                Math.round(progress.words() / seconds),
                progress.lr(),
                progress.loss(),
                left);
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
