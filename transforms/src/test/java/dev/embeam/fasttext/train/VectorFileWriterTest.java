package dev.embeam.fasttext.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorFileWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"sg", "cbow", "sg-hs-nosub"})
    void theFileIsThatOfTheTool(String name) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VectorFileWriter.write(GoldenTraining.model(name + ".bin"), Channels.newChannel(bytes));
        assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(GoldenTraining.file(name + ".vec")));
    }

    /** As printed by C++ with std::setprecision(5). */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-1.5, -1.5",
        "99999, 99999",
        "99999.5, 1e+05",
        "12345.5, 12346",
        "12344.5, 12344",
        "100000, 1e+05",
        "123456, 1.2346e+05",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.000099999999, 0.0001",
        "-3.4028235e38, -3.4028e+38",
        "1.4e-45, 1.4013e-45",
        "10, 10",
        "120, 120",
        "20000, 20000",
        "0.5, 0.5",
        "0.10001, 0.10001",
        "NaN, nan",
        "Infinity, inf"
    })
    void fiveDigitsAreThoseOfCpp(float value, String expected) {
        assertThat(digits(value)).isEqualTo(expected);
    }

    @Test
    void fiveDigitsAreTheExactlyRoundedOnes() {
        SplittableRandom random = Seeds.random(1);
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                BigDecimal exact = new BigDecimal(value).round(new MathContext(5, RoundingMode.HALF_EVEN));
                assertThat(new BigDecimal(digits(value)))
                        .as("%s of %s", value, Seeds.describe(1))
                        .isEqualByComparingTo(exact);
            }
        }
    }

    private static String digits(float value) {
        byte[] bytes = new byte[FiveDigits.LONGEST];
        return new String(bytes, 0, FiveDigits.write(value, bytes, 0), StandardCharsets.US_ASCII);
    }
}
