package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * GPT-2's pre-tokenizer: cuts a text into words that keep the space before them, then writes every byte of its UTF-8 as one
 * printable character.
 *
 * <p>The words are the matches of {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}, which
 * is followed here by hand.
 */
final class ByteLevel implements PreTokenizer {
    private final boolean addsSpace;
    private final boolean cuts;

    private ByteLevel(boolean addsSpace, boolean cuts) {
        this.addsSpace = addsSpace;
        this.cuts = cuts;
    }

    /** Reads {@code add_prefix_space} and {@code use_regex}, which is true when missing. */
    static ByteLevel fromJson(JsonNode node, String where) {
        JsonObject object = JsonObject.of(node, where);
        return new ByteLevel(object.flag("add_prefix_space"), object.flag("use_regex", true));
    }

    @Override
    public void split(Pieces in, Pieces out) {
        for (int i = 0; i < in.count(); i++) {
            splitPiece(in.text.array, in.start(i), in.end(i), out);
        }
        out.firstStartsText = in.firstStartsText && in.count() > 0 && out.count() > 0 && out.start(0) == 0;
    }

    private void splitPiece(char[] chars, int from, int to, Pieces out) {
        int at = from;
        if (addsSpace && chars[from] != ' ') {
            int start = out.text.length;
            out.text.append(ByteAlphabet.character(' '));
            at = cuts ? Gpt2Words.endAfterSpace(chars, from, to) : to;
            ByteAlphabet.append(chars, from, at, out.text);
            out.add(start, out.text.length);
        }
        while (at < to) {
            int start = out.text.length;
            int end = cuts ? Gpt2Words.end(chars, at, to) : to;
            ByteAlphabet.append(chars, at, end, out.text);
            out.add(start, out.text.length);
            at = end;
        }
    }
}
