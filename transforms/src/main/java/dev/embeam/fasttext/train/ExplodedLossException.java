package dev.embeam.fasttext.train;

/** Weights grew until an inner product was no number any more. */
final class ExplodedLossException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExplodedLossException() {
        super("the weights grew beyond all numbers");
    }
}
