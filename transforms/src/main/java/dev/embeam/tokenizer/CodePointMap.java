package dev.embeam.tokenizer;

import java.util.Arrays;

/** A map from code point to a non-negative number, 0 where nothing was put: pages of 256, shared while they are empty. */
final class CodePointMap {
    private static final int PAGE = 256;
    private static final int[] EMPTY = new int[PAGE];

    private final int[][] pages = new int[(Character.MAX_CODE_POINT + 1) / PAGE][];

    CodePointMap() {
        Arrays.fill(pages, EMPTY);
    }

    int get(int codePoint) {
        return pages[codePoint >> 8][codePoint & 0xFF];
    }

    void put(int codePoint, int value) {
        int page = codePoint >> 8;
        if (pages[page] == EMPTY) {
            pages[page] = new int[PAGE];
        }
        pages[page][codePoint & 0xFF] = value;
    }
}
