package dev.embeam.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8Test {
    /** Bytes that matter: ends of every range of table 3-7, and some of their middles. */
    private static final int[] BYTES = {
        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe3, 0xec, 0xed, 0xee,
        0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xf8, 0xff
    };

    @Test
    void everySequenceOfFourTellingBytesIsDecodedAsByTheJdk() {
        byte[] bytes = new byte[4];
        int count = BYTES.length * BYTES.length * BYTES.length * BYTES.length;
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) BYTES[rest % BYTES.length];
                rest /= BYTES.length;
            }
            check(bytes, 0, 4);
        }
    }

    @Test
    void randomTextsWithRandomDamageAreDecodedAsByTheJdk() {
        for (int i = 0; i < 20_000; i++) {
            SplittableRandom random = Seeds.random(i);
            byte[] bytes = randomText(random).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) BYTES[random.nextInt(BYTES.length)];
            }
            int from = random.nextInt(bytes.length + 1);
            check(bytes, from, from + random.nextInt(bytes.length - from + 1));
        }
    }

    @Test
    void encodedLengthIsThatOfTheJdk() {
        for (int i = 0; i < 1_000; i++) {
            String text = randomText(Seeds.random(i));
            assertThat(Utf8.encodedLength(text.toCharArray(), text.length()))
                    .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        int[] limits = {0x80, 0x80, 0x800, 0xd800, Character.MAX_CODE_POINT + 1};
        for (int i = 0; i < length; i++) {
            int point = random.nextInt(limits[random.nextInt(limits.length)]);
            text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 0x3042 : point);
        }
        return text.toString();
    }

    private static void check(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from);
        CoderResult result = decoder.decode(in, out, true);
        char[] chars = new char[to - from];
        int length = Utf8.decode(bytes, from, to, chars);
        if (result.isError()) {
            if (length != -1 - in.position()) {
                throw new AssertionError(
                        Arrays.toString(bytes) + " gave " + length + ", JDK stops at " + in.position());
            }
        } else if (length != out.position() || !Arrays.equals(chars, 0, length, out.array(), 0, length)) {
            throw new AssertionError(Arrays.toString(bytes) + " gave " + length + ", JDK " + out.position() + " units");
        }
    }
}
