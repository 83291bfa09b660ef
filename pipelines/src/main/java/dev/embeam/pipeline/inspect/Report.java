package dev.embeam.pipeline.inspect;

import java.util.Locale;

/** A text of headings, facts and bars in aligned columns, built line by line. */
final class Report {
    private static final int NAME_WIDTH = 26;
    private static final int BAR_WIDTH = 40;

    private final StringBuilder text = new StringBuilder();

    Report heading(String heading) {
        text.append(text.length() == 0 ? "" : "\n").append(heading).append('\n');
        return this;
    }

    Report fact(String name, String value) {
        text.append("  ").append(name);
        text.append(" ".repeat(Math.max(1, NAME_WIDTH - name.length())));
        text.append(value).append('\n');
        return this;
    }

    Report count(String name, long value) {
        return fact(name, String.format(Locale.ROOT, "%,d", value));
    }

    /** A count with its share of a total. */
    Report share(String name, long value, long total) {
        double percent = total == 0 ? 0 : 100.0 * value / total;
        return fact(name, String.format(Locale.ROOT, "%,d (%.2f %%)", value, percent));
    }

    /** A line of a histogram: what fell into a range, as a bar against the largest range. */
    Report bar(String range, long value, long largest) {
        int length = (int) Math.ceil((double) BAR_WIDTH * value / Math.max(1, largest));
        return fact(
                "  " + range,
                String.format(Locale.ROOT, "%,12d  %s", value, "#".repeat(length))
                        .stripTrailing());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
