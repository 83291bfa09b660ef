package dev.embeam.report;

import java.util.Locale;

/** Small pieces of HTML and SVG. */
final class Markup {
    private Markup() {}

    /** The text such that a browser shows it as it is, between tags and inside of quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A coordinate: one decimal, so that pages stay small. */
    static String at(double coordinate) {
        String text = String.format(Locale.ROOT, "%.1f", coordinate);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A text at a place of a drawing. */
    static String text(double x, double y, String style, String text) {
        return "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" class=\"" + style + "\">" + escape(text) + "</text>";
    }

    /** A straight line. */
    static String line(double x1, double y1, double x2, double y2, String style) {
        return "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" + at(y2) + "\" class=\""
                + style + "\"/>";
    }
}
