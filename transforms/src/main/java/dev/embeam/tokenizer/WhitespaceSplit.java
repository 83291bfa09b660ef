package dev.embeam.tokenizer;

/** Cuts at Unicode white space, which is left out. */
final class WhitespaceSplit implements PreTokenizer {
    @Override
    public void split(Pieces in, Pieces out) {
        Cutter.cut(in, out, UnicodeTables::isWhiteSpace);
    }
}
