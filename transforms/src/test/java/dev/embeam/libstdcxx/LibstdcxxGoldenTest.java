package dev.embeam.libstdcxx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what a C++ program printed; see PROVENANCE.md beside the file. */
class LibstdcxxGoldenTest {
    private static final List<Draw> DRAWS = draws();

    private record Draw(String what, long[] arguments, long[] results) {
        static Draw of(String line) {
            String[] sides = line.split("=", -1);
            String[] words = sides[0].strip().split(" ", -1);
            long[] arguments =
                    Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
            long[] results = Arrays.stream(sides[1].split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .mapToLong(Long::parseUnsignedLong)
                    .toArray();
            return new Draw(words[0], arguments, results);
        }

        @Override
        public String toString() {
            return what + Arrays.toString(arguments);
        }
    }

    private static List<Draw> draws() {
        try (var in = LibstdcxxGoldenTest.class.getResourceAsStream("/golden/libstdcxx/draws.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Draw::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Draw> computed() {
        return DRAWS.stream().filter(draw -> !draw.what().equals("keys"));
    }

    @ParameterizedTest
    @MethodSource("computed")
    void everythingIsAsInCpp(Draw draw) {
        long[] results = switch (draw.what()) {
            case "next" -> next(draw.arguments()[0], draw.results().length);
            case "uniform01" -> uniform01(draw.arguments()[0], draw.results().length);
            case "below" -> below(draw.arguments()[0], draw.results().length);
            case "shuffle" -> shuffled((int) draw.arguments()[0]);
            case "sort" -> sorted(keys((int) draw.arguments()[0], (int) draw.arguments()[1]));
            case "sort-keys" -> sorted(adversary((int) draw.arguments()[0]));
            default -> throw new AssertionError(draw);
        };
        assertThat(results).isEqualTo(draw.results());
    }

    private static long[] next(long seed, int draws) {
        MinimalStandard random = new MinimalStandard(seed);
        return LongStream.generate(random::next).limit(draws).toArray();
    }

    private static long[] uniform01(long seed, int draws) {
        MinimalStandard random = new MinimalStandard(seed);
        return LongStream.generate(() -> Double.doubleToRawLongBits(random.uniform01()))
                .limit(draws)
                .toArray();
    }

    private static long[] below(long bound, int draws) {
        MinimalStandard random = new MinimalStandard(42);
        return LongStream.generate(() -> random.below(bound)).limit(draws).toArray();
    }

    private static long[] shuffled(int length) {
        MinimalStandard random = new MinimalStandard(1234);
        int[] values = IntStream.range(0, length).toArray();
        Shuffle.shuffle(values, random);
        Shuffle.shuffle(values, random);
        return folded(values);
    }

    private static int[] keys(int length, int kinds) {
        MinimalStandard random = new MinimalStandard(7);
        return IntStream.generate(() -> random.next() % kinds).limit(length).toArray();
    }

    private static int[] adversary(int divisor) {
        Draw keys = DRAWS.stream()
                .filter(draw -> draw.what().equals("keys"))
                .findFirst()
                .orElseThrow();
        return LongStream.of(keys.results())
                .mapToInt(key -> (int) key / divisor)
                .toArray();
    }

    private static long[] sorted(int[] keys) {
        int[] ids = IntStream.range(0, keys.length).toArray();
        IntroSort.sort(ids, (a, b) -> keys[a] < keys[b]);
        return folded(ids);
    }

    private static long[] folded(int[] ids) {
        if (ids.length <= 40) {
            return IntStream.of(ids).asLongStream().toArray();
        }
        long fold = 17;
        for (int id : ids) {
            fold = 31 * fold + id;
        }
        return new long[] {fold};
    }
}
