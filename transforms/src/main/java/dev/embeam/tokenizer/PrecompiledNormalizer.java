package dev.embeam.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/** The normalizer of SentencePiece models: a {@link Charsmap}, read in one of two ways. */
final class PrecompiledNormalizer implements Normalizer {
    private static final int LONGEST_CLUSTER_BYTES = 5;

    private final Charsmap charsmap;
    private final CharsmapReading reading;
    private final String where;

    private PrecompiledNormalizer(Charsmap charsmap, CharsmapReading reading, String where) {
        this.charsmap = charsmap;
        this.reading = reading;
        this.where = where;
    }

    static PrecompiledNormalizer fromJson(JsonNode node, String where, CharsmapReading reading) {
        JsonObject object = JsonObject.of(node, where);
        String field = object.where("precompiled_charsmap");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(object.text("precompiled_charsmap"));
        } catch (IllegalArgumentException e) {
            throw JsonObject.refusal(field, "a text that is not base64 (" + e.getMessage() + ")", "base64");
        }
        return new PrecompiledNormalizer(Charsmap.parse(bytes, field), reading, field);
    }

    @Override
    public void normalize(char[] chars, int from, int to, Characters out) {
        if (reading == CharsmapReading.SENTENCEPIECE) {
            replaceLongest(chars, from, to, out);
        } else {
            replaceClusters(chars, from, to, out);
        }
    }

    private void replaceClusters(char[] chars, int from, int to, Characters out) {
        byte[] bytes = new byte[LONGEST_CLUSTER_BYTES + 4];
        for (int i = from; i < to; ) {
            int end = GraphemeClusters.end(chars, i, to);
            int length = Utf8.encode(chars, i, end, bytes, LONGEST_CLUSTER_BYTES);
            long found = length < 0 ? Charsmap.NOTHING : charsmap.find(bytes, 0, length, false);
            if (found == Charsmap.NOTHING) {
                replaceCodePoints(chars, i, end, bytes, out);
            } else {
                append(found, out);
            }
            i = end;
        }
    }

    private void replaceCodePoints(char[] chars, int from, int to, byte[] bytes, Characters out) {
        for (int i = from; i < to; ) {
            int end = i + Character.charCount(Character.codePointAt(chars, i, to));
            int length = Utf8.encode(chars, i, end, bytes, LONGEST_CLUSTER_BYTES);
            long found = charsmap.find(bytes, 0, length, false);
            if (found == Charsmap.NOTHING) {
                out.append(chars, i, end);
            } else {
                append(found, out);
            }
            i = end;
        }
    }

    private void replaceLongest(char[] chars, int from, int to, Characters out) {
        byte[] bytes = new byte[Math.multiplyExact(to - from, 3)];
        int length = Utf8.encode(chars, from, to, bytes, bytes.length);
        int at = from;
        for (int i = 0; i < length; ) {
            long found = charsmap.find(bytes, i, length, true);
            int end = found == Charsmap.NOTHING ? i + Utf8.width(bytes[i]) : i + (int) (found >>> 32);
            int unitsEnd = at + Utf8.units(bytes, i, end);
            if (found == Charsmap.NOTHING) {
                out.append(chars, at, unitsEnd);
            } else {
                append(found, out);
            }
            at = unitsEnd;
            i = end;
        }
    }

    private void append(long found, Characters out) {
        char[] text = charsmap.text(found, where);
        out.append(text, 0, text.length);
    }

    @Override
    public Scope scope() {
        return reading == CharsmapReading.HF_LEGACY ? Scope.NEIGHBOURS : Scope.PIECE;
    }

    @Override
    public boolean standsAlone(char unit) {
        return reading == CharsmapReading.HF_LEGACY && GraphemeClusters.standsAlone(unit);
    }
}
