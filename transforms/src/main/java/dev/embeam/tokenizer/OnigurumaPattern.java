package dev.embeam.tokenizer;

import dev.embeam.schema.CorruptDataException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of tokenizer files. The reference runs them with Oniguruma, Ruby syntax; here they are translated to
 * {@code java.util.regex} such that they match the same text, whatever Unicode the Java version knows. What has no faithful
 * translation is refused by name.
 */
final class OnigurumaPattern {
    private OnigurumaPattern() {}

    /**
     * A pattern equal to an Oniguruma expression.
     *
     * @param where the place in the file, for messages
     * @throws CorruptDataException if the expression is wrong or uses what is not supported
     */
    static Pattern compile(String regex, String where) {
        try {
            // Ruby's ^ and $ match at every line, and only U+000A ends one.
            return Pattern.compile(
                    new OnigurumaTranslator(regex, where).translate(), Pattern.MULTILINE | Pattern.UNIX_LINES);
        } catch (PatternSyntaxException e) {
            throw new CorruptDataException(
                    where, "", "regex " + regex + ": " + e.getDescription(), "a regular expression", e);
        }
    }
}
