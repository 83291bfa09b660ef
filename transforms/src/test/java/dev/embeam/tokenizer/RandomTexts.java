package dev.embeam.tokenizer;

import java.util.SplittableRandom;

/** Seeded texts of mixed scripts with all that is awkward in them; lone surrogates only where asked for. */
final class RandomTexts {
    private static final int[][] RANGES = {
        {0x20, 0x7E},
        {0x20, 0x20},
        {0x61, 0x7A},
        {0x3041, 0x3096},
        {0x30A1, 0x30FA},
        {0x4E00, 0x9FFF},
        {0x4E00, 0x4FFF},
        {0xFF61, 0xFF9F},
        {0xFF01, 0xFF5E},
        {0x3099, 0x309A},
        {0xFF9E, 0xFF9F},
        {0x0, 0x1F},
        {0x7F, 0x9F},
        {0xA0, 0x17F},
        {0x300, 0x36F},
        {0x370, 0x3FF},
        {0x400, 0x4FF},
        {0x590, 0x6FF},
        {0x900, 0xDFF},
        {0xE00, 0xEFF},
        {0x1100, 0x11FF},
        {0xAC00, 0xD7A3},
        {0x1E00, 0x1FFF},
        {0x2000, 0x206F},
        {0x2070, 0x2BFF},
        {0x3000, 0x303F},
        {0x3131, 0x33FF},
        {0xF900, 0xFAFF},
        {0xFB00, 0xFDFF},
        {0xFE00, 0xFFFF},
        {0x1D400, 0x1D7FF},
        {0x1F1E6, 0x1F1FF},
        {0x1F300, 0x1FAFF},
        {0x1F3FB, 0x1F3FF},
        {0x20000, 0x2A6DF},
        {0xE0001, 0xE007F},
        {0x1, 0xD7FF},
        {0xE000, 0x10FFFF}
    };
    private static final String[] MORSELS = {
        " ",
        "  ",
        "\n",
        "\r\n",
        "\u3000",
        "▁",
        "<s>",
        "</s>",
        "<unk>",
        "<mask>",
        " <mask> ",
        "[MASK]",
        "[CLS]",
        "<pad>",
        "<extra_id_0>",
        "(phrasefix)",
        "<mask|LLM-jp>",
        "<0x41>",
        "\u200d",
        "\ufe0f",
        "か\u3099",
        "e\u0301",
        "ｶﾞ",
        "㋿",
        "İ",
        "Σ",
        "ß",
        "ﬃ",
        "가",
        "\u1100\u1161\u11a8",
        "👨‍👩‍👧",
        "🇯🇵",
        "日本語の文章",
        "です。",
        "the",
        "'s",
        "don't",
        "123",
        "©\u200d®",
        "\u0600a",
        "\t\u0301",
        "〜",
        "～",
        "ー",
        "…",
        "①",
        "㍿",
        "Ⅷ"
    };

    private RandomTexts() {}

    /** A text of up to {@code most} code points or morsels. */
    static String of(SplittableRandom random, int most, boolean loneSurrogates) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        int range = random.nextInt(RANGES.length);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) == 0) {
                range = random.nextInt(RANGES.length);
            }
            append(random, text, RANGES[range], loneSurrogates);
        }
        return text.toString();
    }

    private static void append(SplittableRandom random, StringBuilder text, int[] range, boolean loneSurrogates) {
        int kind = random.nextInt(20);
        if (kind < 3) {
            text.append(MORSELS[random.nextInt(MORSELS.length)]);
        } else if (kind == 3 && loneSurrogates) {
            text.append((char) random.nextInt(0xD800, 0xE000));
        } else {
            text.appendCodePoint(random.nextInt(range[0], range[1] + 1));
        }
    }
}
