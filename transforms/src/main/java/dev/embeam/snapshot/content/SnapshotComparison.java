package dev.embeam.snapshot.content;

import dev.embeam.collection.FileAccess;
import dev.embeam.snapshot.SnapshotFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Compares what two snapshots hold. Rows that both hold are not read; of all others the first snapshot's take about 60 bytes
 * each, whatever their ids and vectors, and the sample takes one vector each.
 */
public final class SnapshotComparison {
    private final RowWalk walk;
    private final int sample;
    private final long seed;

    /**
     * @param access opens the data files
     * @param sample so many changed documents at most have their distance measured
     * @param seed which ones
     */
    public SnapshotComparison(FileAccess access, int sample, long seed) {
        if (sample < 0) {
            throw new IllegalArgumentException("--sample is " + sample + "; expected 0 or more");
        }
        walk = new RowWalk(access);
        this.sample = sample;
        this.seed = seed;
    }

    /**
     * Compares the files of two snapshots.
     *
     * @param listener is told all ids, for which one more reading is needed; none where nobody asks
     */
    public SnapshotDifference compare(
            List<SnapshotFile> before, List<SnapshotFile> after, Optional<DifferenceListener> listener)
            throws IOException {
        Side first = Side.of(before, after);
        Side second = Side.of(after, before);
        Found found = new Found(listener);
        walk.over(first.files(), first.rows(), found::before);
        walk.over(second.files(), second.rows(), found::after);
        if (listener.isPresent()) {
            walk.over(first.files(), first.rows(), found::report);
        }
        Optional<double[]> distances = new VectorDistances(walk).of(found.chosen, first, second);
        return new SnapshotDifference(
                first.shared() + found.same,
                found.added,
                found.changed,
                found.ids.size() - found.matched.cardinality(),
                distances.isPresent(),
                distances.orElse(new double[0]));
    }

    /** What two walks find out. */
    private final class Found {
        private final Optional<DifferenceListener> listener;
        private final IdIndex ids = new IdIndex();
        private final BitSet matched = new BitSet();
        private final EvenSample chosen = new EvenSample(sample, seed);
        private long[] contents = new long[1 << 10];
        private long[] places = new long[1 << 10];
        private long same;
        private long added;
        private long changed;

        Found(Optional<DifferenceListener> listener) {
            this.listener = listener;
        }

        void before(RowCursor row) {
            int number = ids.add(row.hash());
            if (number == contents.length) {
                contents = Arrays.copyOf(contents, Math.multiplyExact(2, contents.length));
                places = Arrays.copyOf(places, contents.length);
            }
            contents[number] = row.content();
            places[number] = row.place();
        }

        void after(RowCursor row) throws IOException {
            int number = ids.find(row.hash());
            if (number < 0) {
                added++;
                if (listener.isPresent()) {
                    listener.get().added(row.id());
                }
                return;
            }
            matched.set(number);
            if (contents[number] == row.content()) {
                same++;
            } else {
                changed(number, row);
            }
        }

        private void changed(int number, RowCursor row) throws IOException {
            changed++;
            chosen.offer(row.hash(), places[number], row.place());
            if (listener.isPresent()) {
                listener.get().changed(row.id());
            }
        }

        void report(RowCursor row) throws IOException {
            if (!matched.get(ids.find(row.hash()))) {
                listener.orElseThrow().deleted(row.id());
            }
        }
    }
}
