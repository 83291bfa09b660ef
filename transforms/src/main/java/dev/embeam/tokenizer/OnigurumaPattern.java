package dev.embeam.tokenizer;

import java.util.regex.Pattern;

final class OnigurumaPattern {
    private OnigurumaPattern() {}

    static Pattern compile(String regex, String where) {
        return Pattern.compile(regex, Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
