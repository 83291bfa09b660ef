package dev.embeam.tokenizer;

/** A first look at a text: whether anything in it needs more than the common path. */
final class InputScan {
    /** There is a surrogate. */
    static final int SURROGATE = 1;
    /** There is a unit some added token begins with. */
    static final int TOKEN = 2;

    private final byte[] flags = new byte[0x10000];

    InputScan(AddedTokenMatcher tokens) {
        for (int unit = 0; unit < flags.length; unit++) {
            int flag = Character.isSurrogate((char) unit) ? SURROGATE : 0;
            flags[unit] = (byte) (tokens.mayStartWith((char) unit) ? flag | TOKEN : flag);
        }
    }

    /** The flags of all units together. */
    int of(char[] chars, int from, int to) {
        int found = 0;
        for (int i = from; i < to; i++) {
            found |= flags[chars[i]];
        }
        return found;
    }

    /** Whether every surrogate has its other half. */
    static boolean isPaired(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (i + 1 == to || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
