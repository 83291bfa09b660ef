package dev.embeam.tokenizer;

import java.util.List;

/** The scratch of one thread that tokenizes with a {@link Tokenizer}. Not thread-safe; keep one and use it again. */
public final class TokenizerSession {
    private static final char REPLACEMENT = 0xFFFD;

    private final Tokenizer tokenizer;
    private final TokenModel.Segmenter segmenter;
    private final InputScan scan;
    private final NormalizerChain.Scratch scratch = new NormalizerChain.Scratch();
    private final AddedTokenMatcher.Match rawMatch = new AddedTokenMatcher.Match();
    private final AddedTokenMatcher.Match normalizedMatch = new AddedTokenMatcher.Match();
    private final Characters repaired = new Characters();
    private final Characters normal = new Characters();
    private final Characters firstCharacter = new Characters();
    private Pieces pieces = new Pieces();
    private Pieces nextPieces = new Pieces();

    TokenizerSession(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.segmenter = tokenizer.model.newSegmenter();
        this.scan = tokenizer.scan;
    }

    /**
     * Appends the ids of a text to {@code out}, without special tokens. Half a surrogate pair counts as U+FFFD. An empty
     * text has no ids, and some others have none either.
     *
     * @return whether the file's truncation block cut ids off
     */
    public boolean encode(char[] chars, int from, int to, TokenIds out) {
        int before = out.size();
        int found = scan.of(chars, from, to);
        if ((found & InputScan.SURROGATE) != 0 && !InputScan.isPaired(chars, from, to)) {
            repair(chars, from, to);
            encodeText(repaired.array, 0, repaired.length, (found & InputScan.TOKEN) != 0, out);
        } else {
            encodeText(chars, from, to, (found & InputScan.TOKEN) != 0, out);
        }
        return tokenizer.truncation.apply(out, before);
    }

    private void repair(char[] chars, int from, int to) {
        repaired.clear();
        for (int i = from; i < to; i++) {
            if (!Character.isSurrogate(chars[i])) {
                repaired.append(chars[i]);
            } else if (i + 1 < to && Character.isSurrogatePair(chars[i], chars[i + 1])) {
                repaired.append(chars[i++]);
                repaired.append(chars[i]);
            } else {
                repaired.append(REPLACEMENT);
            }
        }
    }

    /** Cuts the text at added tokens that are looked for before normalisation. */
    private void encodeText(char[] chars, int from, int to, boolean mayHoldTokens, TokenIds out) {
        int done = from;
        int at = from;
        while (mayHoldTokens && tokenizer.rawTokens.find(chars, from, to, at, done, rawMatch)) {
            encodeSection(chars, done, rawMatch.start, done == from, out);
            out.add(rawMatch.id);
            done = rawMatch.end;
            at = rawMatch.resume;
        }
        encodeSection(chars, done, to, done == from, out);
    }

    /** Normalises what lies between such tokens and cuts it at those that are looked for afterwards. */
    private void encodeSection(char[] chars, int from, int to, boolean first, TokenIds out) {
        if (from >= to) {
            return;
        }
        boolean startsText = first && !(tokenizer.asksForStart && losesStart(chars, from, to));
        normal.clear();
        // One unit of room before the text, which Metaspace may fill.
        normal.append(' ');
        tokenizer.normalizers.normalize(chars, from, to, normal, scratch);
        int start = 1;
        int end = normal.length;
        if (!tokenizer.normalizedTokens.isEmpty()) {
            start = cutAtNormalizedTokens(startsText, out);
        }
        encodeNormal(start, end, startsText && start == 1, out);
    }

    /**
     * Whether normalisation takes the first character away. What is left then starts behind the document's start, as the
     * reference counts, which keeps the offsets of all characters; only a Metaspace that asks for the start can tell.
     */
    private boolean losesStart(char[] chars, int from, int to) {
        firstCharacter.clear();
        int end = from + Character.charCount(Character.codePointAt(chars, from, to));
        tokenizer.normalizers.normalize(chars, from, end, firstCharacter, scratch);
        return firstCharacter.length == 0;
    }

    private int cutAtNormalizedTokens(boolean first, TokenIds out) {
        int done = 1;
        int at = 1;
        while (tokenizer.normalizedTokens.find(normal.array, 1, normal.length, at, done, normalizedMatch)) {
            encodeNormal(done, normalizedMatch.start, first && done == 1, out);
            out.add(normalizedMatch.id);
            done = normalizedMatch.end;
            at = normalizedMatch.resume;
        }
        return done;
    }

    private void encodeNormal(int from, int to, boolean first, TokenIds out) {
        if (from >= to) {
            return;
        }
        List<PreTokenizer> steps = tokenizer.preTokenizers;
        if (steps.isEmpty()) {
            segmenter.segment(normal.array, from, to, out);
        } else if (steps.size() == 1 && steps.get(0) instanceof Metaspace metaspace && metaspace.worksInPlace()) {
            metaspace.segment(normal.array, from, to, first, segmenter, out);
        } else {
            encodePieces(steps, from, to, first, out);
        }
    }

    private void encodePieces(List<PreTokenizer> steps, int from, int to, boolean first, TokenIds out) {
        pieces.clear();
        pieces.text.append(normal.array, from, to);
        pieces.add(0, to - from);
        pieces.firstStartsText = first;
        for (PreTokenizer step : steps) {
            nextPieces.clear();
            step.split(pieces, nextPieces);
            Pieces swapped = pieces;
            pieces = nextPieces;
            nextPieces = swapped;
        }
        for (int i = 0; i < pieces.count(); i++) {
            segmenter.segment(pieces.text.array, pieces.start(i), pieces.end(i), out);
        }
    }
}
