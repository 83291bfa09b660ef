package dev.embeam.tokenizer;

/** What a pre-tokenizer does with the spans its pattern matches. The names are those of the file. */
enum SplitBehavior {
    /** Matches are left out. */
    REMOVED("Removed"),
    /** Every match is a piece of its own. */
    ISOLATED("Isolated"),
    /** A match joins the text before it, unless that is a match. */
    MERGED_WITH_PREVIOUS("MergedWithPrevious"),
    /** A match joins the text after it, unless that is a match. */
    MERGED_WITH_NEXT("MergedWithNext"),
    /** Neighbouring matches are one piece. */
    CONTIGUOUS("Contiguous");

    private final String label;

    SplitBehavior(String label) {
        this.label = label;
    }

    static SplitBehavior of(String label, String where) {
        for (SplitBehavior behavior : values()) {
            if (behavior.label.equals(label)) {
                return behavior;
            }
        }
        throw JsonObject.refusal(
                where, "\"" + label + "\"", "Removed, Isolated, MergedWithPrevious, MergedWithNext or Contiguous");
    }
}
