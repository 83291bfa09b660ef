package dev.embeam.tokenizer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commonest replacements without a regular expression engine: one unit, or runs of one unit or of white space. */
final class RunReplaceNormalizer implements Normalizer {
    /** A plain character or {@code \s}, then nothing, {@code +} or <code>{n,}</code>. */
    private static final Pattern SHAPE =
            Pattern.compile("(\\\\s|[^\\\\^$.|?*+()\\[\\]{}\\p{Cs}])(\\+|\\{([1-9]),\\})?");

    private final char unit;
    private final boolean whiteSpace;
    private final int least;
    private final int most;
    private final String content;

    private RunReplaceNormalizer(char unit, boolean whiteSpace, int least, int most, String content) {
        this.unit = unit;
        this.whiteSpace = whiteSpace;
        this.least = least;
        this.most = most;
        this.content = content;
    }

    /** Replaces runs of {@code least} to {@code most} times {@code unit}. */
    static RunReplaceNormalizer of(char unit, int least, int most, String content) {
        return new RunReplaceNormalizer(unit, false, least, most, content);
    }

    /** The same as the regular expression, or null when it is none of the simple ones. */
    static @Nullable Normalizer ofRegex(String regex, String content) {
        Matcher shape = SHAPE.matcher(regex);
        if (!shape.matches()) {
            return null;
        }
        boolean whiteSpace = shape.group(1).length() == 2;
        int most = shape.group(2) == null ? 1 : Integer.MAX_VALUE;
        int least = shape.group(3) == null ? 1 : Integer.parseInt(shape.group(3));
        return new RunReplaceNormalizer(shape.group(1).charAt(0), whiteSpace, least, most, content);
    }

    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        int done = from;
        for (int i = from; i < to; ) {
            if (!matches(chars[i])) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < to && end - i < most && matches(chars[end])) {
                end++;
            }
            if (end - i >= least) {
                out.append(chars, done, i);
                out.append(content);
                done = end;
            }
            i = end;
        }
        out.append(chars, done, to);
    }

    private boolean matches(char candidate) {
        return whiteSpace ? UnicodeTables.isWhiteSpace(candidate) : candidate == unit;
    }

    @Override
    public Scope scope() {
        return most == 1 ? Scope.CODE_POINT : Scope.PIECE;
    }
}
