package dev.embeam.pipeline.launch;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells while a job runs how many documents are done, how fast, which share of the input has been read and how long the
 * rest will take: as one live line on a terminal, as a line every ten seconds elsewhere.
 */
final class ProgressLine implements AutoCloseable {
    private static final Duration LIVE = Duration.ofMillis(250);
    private static final Duration PLAIN = Duration.ofSeconds(10);
    private static final String ERASE = "\r\u001b[K";

    private final Supplier<Advance> progress;
    private final long totalBytes;
    private final Terminal terminal;
    private final boolean live;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock;

    private ProgressLine(Supplier<Advance> progress, long totalBytes, Terminal terminal, ProgressMode mode) {
        this.progress = progress;
        this.totalBytes = totalBytes;
        this.terminal = terminal;
        this.live = mode == ProgressMode.AUTO && terminal.interactive();
        this.clock = Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
        if (mode != ProgressMode.NONE) {
            long period = (live ? LIVE : PLAIN).toMillis();
            clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Starts telling.
     *
     * @param progress how far the job has come at the moment of the question
     * @param totalBytes bytes of input that the job will read
     */
    static ProgressLine start(Supplier<Advance> progress, long totalBytes, Terminal terminal, ProgressMode mode) {
        return new ProgressLine(progress, totalBytes, terminal, mode);
    }

    /** Stops telling and clears the live line. */
    @Override
    public void close() {
        clock.shutdownNow();
        if (live) {
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
    }

    private void show() {
        double seconds = (System.nanoTime() - start) / 1e9;
        Advance advance = progress.get();
        String line = describe(advance.documents(), advance.bytesRead(), totalBytes, seconds);
        terminal.err().print(live ? ERASE + line : line + System.lineSeparator());
        terminal.err().flush();
    }

    static String describe(long documents, long bytesRead, long totalBytes, double seconds) {
        if (totalBytes > 0 && bytesRead >= totalBytes) {
            return String.format(
                    Locale.ROOT, "%,d documents, all of the input is read, %s so far", documents, clock(seconds));
        }
        double share = totalBytes == 0 ? 0 : (double) bytesRead / totalBytes;
        String left = share < 0.01 ? "-" : clock(seconds / share * (1 - share));
        return String.format(
                Locale.ROOT,
                "%,d documents, %,d documents/s, %.1f %% of the input, %s left",
                documents,
                Math.round(documents / Math.max(seconds, 1e-3)),
                100 * share,
                left);
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
