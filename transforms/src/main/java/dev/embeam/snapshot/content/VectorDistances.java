package dev.embeam.snapshot.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cosine distances between two vectors of each of some documents. */
final class VectorDistances {
    private final RowWalk walk;

    VectorDistances(RowWalk walk) {
        this.walk = walk;
    }

    /** The distances, smallest first; none where vectors have other widths in the two snapshots. */
    Optional<double[]> of(EvenSample sample, Side before, Side after) throws IOException {
        List<EvenSample.Pair> pairs = sample.sorted(Comparator.comparingLong(EvenSample.Pair::before));
        if (pairs.isEmpty()) {
            return Optional.of(new double[0]);
        }
        List<float[]> first = new ArrayList<>();
        walk.over(before.files(), rows(before, pairs, true), row -> first.add(floats(row)));
        Iterator<Integer> order = IntStream.range(0, pairs.size())
                .boxed()
                .sorted(Comparator.comparingLong(number -> pairs.get(number).after()))
                .iterator();
        double[] distances = new double[pairs.size()];
        walk.over(after.files(), rows(after, pairs, false), row -> {
            int number = order.next();
            distances[number] = distance(first.get(number), floats(row));
        });
        Arrays.sort(distances);
        return Double.isNaN(distances[distances.length - 1]) ? Optional.empty() : Optional.of(distances);
    }

    private static List<BitSet> rows(Side side, List<EvenSample.Pair> pairs, boolean before) {
        List<BitSet> rows = new ArrayList<>();
        side.files().forEach(file -> rows.add(new BitSet()));
        for (EvenSample.Pair pair : pairs) {
            long place = before ? pair.before() : pair.after();
            rows.get(Place.file(place)).set(Place.row(place));
        }
        return rows;
    }

    private static float[] floats(RowCursor row) {
        byte[] bytes = row.vector();
        float[] vector = new float[bytes.length / Float.BYTES];
        row.copyVector(vector, 0);
        return vector;
    }

    /** 0 for equal vectors, also for two zero ones; 1 where only one is zero; none where widths differ. */
    static double distance(float[] first, float[] second) {
        if (first.length != second.length) {
            return Double.NaN;
        }
        if (Arrays.equals(first, second)) {
            return 0;
        }
        double product = 0;
        double firstSquares = 0;
        double secondSquares = 0;
        for (int i = 0; i < first.length; i++) {
            product += (double) first[i] * second[i];
            firstSquares += (double) first[i] * first[i];
            secondSquares += (double) second[i] * second[i];
        }
        double lengths = Math.sqrt(firstSquares) * Math.sqrt(secondSquares);
        return lengths == 0 ? 1 : Math.max(0, Math.min(2, 1 - product / lengths));
    }
}
