package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.tokenizer.TokenModel.Segmenter;
import org.jspecify.annotations.Nullable;

/** Makes U+0020 visible as the replacement, puts one before the text and cuts before each. */
final class Metaspace implements PreTokenizer {
    private enum Scheme {
        ALWAYS,
        FIRST,
        NEVER
    }

    private final String replacement;
    private final Scheme scheme;
    private final boolean split;

    private Metaspace(String replacement, Scheme scheme, boolean split) {
        this.replacement = replacement;
        this.scheme = scheme;
        this.split = split;
    }

    static Metaspace fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        String replacement = object.text("replacement");
        if (replacement.codePointCount(0, replacement.length()) != 1) {
            throw JsonObject.refusal(object.where("replacement"), "\"" + replacement + "\"", "one character");
        }
        return new Metaspace(replacement, scheme(object), object.flag("split", true));
    }

    /** Old files say {@code add_prefix_space} instead of {@code prepend_scheme}. */
    private static Scheme scheme(JsonObject object) {
        Scheme scheme = scheme(object.optionalText("prepend_scheme"), object.where("prepend_scheme"));
        if (object.flag("add_prefix_space", true) || scheme == Scheme.NEVER) {
            return scheme;
        }
        if (object.optional("prepend_scheme") != null || scheme != Scheme.ALWAYS) {
            throw JsonObject.refusal(
                    object.where("add_prefix_space"),
                    "false beside another prepend_scheme",
                    "prepend_scheme \"never\"");
        }
        return Scheme.NEVER;
    }

    private static Scheme scheme(@Nullable String name, String where) {
        if (name == null) {
            return Scheme.ALWAYS;
        }
        return switch (name) {
            case "always" -> Scheme.ALWAYS;
            case "first" -> Scheme.FIRST;
            case "never" -> Scheme.NEVER;
            default -> throw JsonObject.refusal(where, "\"" + name + "\"", "always, first or never");
        };
    }

    @Override
    public void split(Pieces in, Pieces out) {
        out.firstStartsText = in.firstStartsText;
        for (int i = 0; i < in.count(); i++) {
            splitPiece(in.text.array, in.start(i), in.end(i), in.firstStartsText && i == 0, out);
        }
    }

    private void splitPiece(char[] chars, int from, int to, boolean first, Pieces out) {
        int start = out.text.length;
        if (prepends(first) && !startsWithMark(chars, from, to)) {
            out.text.append(replacement);
        }
        for (int i = from; i < to; i++) {
            boolean mark = chars[i] == ' ' || isMark(chars, i, to);
            if (mark && split) {
                out.add(start, out.text.length);
                start = out.text.length;
            }
            if (chars[i] == ' ') {
                out.text.append(replacement);
            } else {
                out.text.append(chars[i]);
            }
        }
        out.add(start, out.text.length);
    }

    private boolean prepends(boolean first) {
        return scheme == Scheme.ALWAYS || (scheme == Scheme.FIRST && first);
    }

    private boolean startsWithMark(char[] chars, int from, int to) {
        return chars[from] == ' ' || isMark(chars, from, to);
    }

    private boolean isMark(char[] chars, int at, int to) {
        return chars[at] == replacement.charAt(0)
                && (replacement.length() == 1 || (at + 1 < to && chars[at + 1] == replacement.charAt(1)));
    }

    /** Whether ids depend on where in the document a piece starts. */
    boolean asksForStart() {
        return scheme == Scheme.FIRST;
    }

    /** Whether {@link #segment} can do the work of {@link #split} without a copy. */
    boolean worksInPlace() {
        return replacement.length() == 1;
    }

    /**
     * Cuts a piece that is not empty and hands the parts on at once. Overwrites the piece and the unit before it.
     *
     * @param first whether the piece starts where the document starts
     */
    void segment(char[] chars, int from, int to, boolean first, Segmenter segmenter, TokenIds out) {
        char mark = replacement.charAt(0);
        int start = from;
        if (prepends(first) && chars[from] != ' ' && chars[from] != mark) {
            chars[--start] = mark;
        }
        for (int i = from; i < to; i++) {
            if (chars[i] == ' ' || chars[i] == mark) {
                chars[i] = mark;
                if (split && i > start) {
                    segmenter.segment(chars, start, i, out);
                    start = i;
                }
            }
        }
        segmenter.segment(chars, start, to, out);
    }
}
