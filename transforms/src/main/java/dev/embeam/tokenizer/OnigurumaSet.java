package dev.embeam.tokenizer;

/** Reads one set in brackets, with sets inside and intersections, for {@link OnigurumaTranslator}. */
final class OnigurumaSet {
    private static final int DEEPEST = 10;

    private final OnigurumaTranslator source;
    private final StringBuilder java = new StringBuilder();
    private int depth;

    OnigurumaSet(OnigurumaTranslator source) {
        this.source = source;
    }

    /** Reads from behind the opening bracket to behind the closing one; returns the set in Java's brackets. */
    String translate() {
        set();
        return java.toString();
    }

    private void set() {
        if (++depth > DEEPEST) {
            throw source.refusal("more than " + DEEPEST + " sets inside each other");
        }
        // A set of its own inside, so that what is negated is the whole of it.
        boolean negated = source.take("^");
        if (negated && source.ignoresCase()) {
            throw source.refusal("a negated set without regard to case");
        }
        java.append(negated ? "[^[[" : "[[");
        if (source.comes("]")) {
            throw source.refusal("an empty set, or a bracket to be written \\]");
        }
        while (!source.take("]")) {
            if (source.take("&&")) {
                intersect();
            } else {
                member();
            }
        }
        java.append(negated ? "]]]" : "]]");
        depth--;
    }

    private void intersect() {
        if (source.comes("]") || source.comes("&") || java.charAt(java.length() - 1) == '[') {
            throw source.refusal("an intersection with nothing");
        }
        java.append("]&&[");
    }

    private void member() {
        if (source.comes("[:")) {
            throw source.refusal("a POSIX bracket");
        }
        if (source.take("[")) {
            set();
        } else if (source.take("\\")) {
            String named = source.namedSet();
            if (named == null) {
                range(source.escapedCharacter());
            } else {
                java.append(named);
                checkNoRange();
            }
        } else {
            range(source.next());
        }
    }

    private void range(int first) {
        int last = first;
        if (first != '-' && source.take("-")) {
            if (source.comes("]")) {
                // A hyphen at the end is itself.
                append('-', '-');
            } else {
                last = rangeEnd();
            }
        } else if (first == '-' && !isAtEdge()) {
            throw source.refusal("a hyphen inside a set (write \\-)");
        }
        if (last < first) {
            throw source.refusal("a range whose ends are the wrong way round");
        }
        append(first, last);
    }

    private boolean isAtEdge() {
        return source.comes("]") || java.charAt(java.length() - 1) == '[';
    }

    private int rangeEnd() {
        if (source.comes("[")) {
            throw source.refusal("a set at the end of a range");
        }
        if (!source.take("\\")) {
            return source.next();
        }
        if (source.namedSet() != null) {
            throw source.refusal("a class at the end of a range");
        }
        return source.escapedCharacter();
    }

    private void checkNoRange() {
        if (source.comes("-") && !source.comes("-]")) {
            throw source.refusal("a range that begins with a class");
        }
    }

    private void append(int first, int last) {
        if (source.ignoresCase()) {
            for (int codePoint = first; codePoint <= last; codePoint++) {
                java.append(source.anyCase(codePoint));
            }
        } else {
            java.append(OnigurumaClasses.literal(first)).append('-').append(OnigurumaClasses.literal(last));
        }
    }
}
