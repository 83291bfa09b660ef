package dev.embeam.pipeline.launch;

/** How a running job tells how far it has come. */
public enum ProgressMode {
    /** A live line on a terminal, plain lines elsewhere. */
    AUTO,
    /** A line every ten seconds. */
    PLAIN,
    /** Nothing. */
    NONE
}
