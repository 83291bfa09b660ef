package dev.embeam.compress;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages a file: numbers of its header, directories and words more often than its rows. */
final class Mutation {
    private static final int[] NUMBERS = {0, 1, -1, 2, 255, 256, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private Mutation() {}

    static byte[] of(byte[] file, SplittableRandom random) {
        byte[] damaged = file.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int bound = random.nextInt(3) > 0 ? CompactLayout.HEADER_BYTES : damaged.length;
            int at = random.nextInt(bound);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt();
                case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    ByteBuffer.wrap(damaged)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(Math.min(at & ~3, damaged.length - 4), NUMBERS[random.nextInt(NUMBERS.length)]);
                default -> damaged = random.nextInt(8) == 0 ? resized(damaged, random) : damaged;
            }
        }
        return damaged;
    }

    /** Cut or grown, with the header's word for its length put right. */
    private static byte[] resized(byte[] file, SplittableRandom random) {
        int length = CompactLayout.HEADER_BYTES + random.nextInt(file.length);
        byte[] resized = Arrays.copyOf(file, length);
        ByteBuffer.wrap(resized).order(ByteOrder.LITTLE_ENDIAN).putLong(48, length);
        return resized;
    }
}
