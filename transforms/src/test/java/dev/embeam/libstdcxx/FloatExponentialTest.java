package dev.embeam.libstdcxx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FloatExponentialTest {
    /**
     * The bits of {@code x} and of {@code expf(x)} in glibc 2.36 on x86-64, called from Python: 40 random numbers from -14 to 2
     * for which it does not give the nearest float, and some near the ends of the range.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/expf.csv")
    void exponentialsAreThoseOfTheCLibraryEvenWhereTheyAreNotTheNearest(int argument, int expected) {
        assertThat(FloatExponential.of(Float.intBitsToFloat(argument))).isEqualTo(Float.intBitsToFloat(expected));
    }

    @Test
    void whatIsTooLargeIsInfiniteAndWhatIsTooSmallIsZero() {
        assertThat(FloatExponential.of(89)).isInfinite();
        assertThat(FloatExponential.of(1000)).isInfinite();
        assertThat(FloatExponential.of(-1000)).isZero();
        assertThat(FloatExponential.of(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(FloatExponential.of(Float.NaN)).isNaN();
    }
}
