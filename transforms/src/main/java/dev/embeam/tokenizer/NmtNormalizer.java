package dev.embeam.tokenizer;

/** The clean-up of neural machine translation data: control characters go, odd spaces become U+0020. NUL stays. */
final class NmtNormalizer implements Normalizer {
    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        for (int i = from; i < to; i++) {
            char unit = chars[i];
            if (isSpace(unit)) {
                out.append(' ');
            } else if (!isRemoved(unit)) {
                out.append(unit);
            }
        }
    }

    private static boolean isRemoved(char unit) {
        return (unit >= 0x1 && unit <= 0x8)
                || unit == 0xB
                || (unit >= 0xE && unit <= 0x1F)
                || unit == 0x7F
                || unit == 0x8F
                || unit == 0x9F;
    }

    private static boolean isSpace(char unit) {
        return switch (unit) {
            case 0x9, 0xA, 0xC, 0xD, 0x1680, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD -> true;
            default -> unit >= 0x200B && unit <= 0x200F;
        };
    }

    @Override
    public Scope scope() {
        return Scope.CODE_POINT;
    }
}
