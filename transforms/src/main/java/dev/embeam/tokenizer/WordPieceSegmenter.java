package dev.embeam.tokenizer;

/** The loop of {@link WordPieceModel}: one walk down a trie for each piece of a word. */
final class WordPieceSegmenter implements TokenModel.Segmenter {
    private final WordPieceModel model;
    private final LongestPiece longest = new LongestPiece();

    WordPieceSegmenter(WordPieceModel model) {
        this.model = model;
    }

    @Override
    public void segment(char[] chars, int from, int to, TokenIds out) {
        int before = out.size();
        if (isTooLong(chars, from, to) || !addPieces(chars, from, to, out)) {
            out.truncate(before);
            out.add(model.requiredUnknownId());
        }
    }

    private boolean isTooLong(char[] chars, int from, int to) {
        return to - from > model.longestWord && Character.codePointCount(chars, from, to - from) > model.longestWord;
    }

    private boolean addPieces(char[] chars, int from, int to, TokenIds out) {
        int place = longest.find(model.starts, chars, from, to);
        if (place < 0) {
            return false;
        }
        out.add(model.startId(place));
        while (longest.end < to) {
            place = longest.find(model.continuations, chars, longest.end, to);
            if (place < 0) {
                return false;
            }
            out.add(model.continuationId(place));
        }
        return true;
    }
}
