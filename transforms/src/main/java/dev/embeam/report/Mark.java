package dev.embeam.report;

/** Marks of points; shapes differ so that colours need not be told apart. */
final class Mark {
    /** How many colours and shapes there are before they come again. */
    static final int COUNT = 8;

    private static final double SIZE = 4.2;

    private Mark() {}

    static String of(int colour, double x, double y) {
        return switch (colour % 4) {
            case 0 -> "<circle cx=\"" + Markup.at(x) + "\" cy=\"" + Markup.at(y) + "\" r=\"" + SIZE + "\"/>";
            case 1 -> polygon(x, y, -1, -1, 1, -1, 1, 1, -1, 1);
            case 2 -> polygon(x, y, 0, -1.25, 1.2, 0.95, -1.2, 0.95);
            default -> polygon(x, y, 0, -1.4, 1.4, 0, 0, 1.4, -1.4, 0);
        };
    }

    private static String polygon(double x, double y, double... corners) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            points.append(points.isEmpty() ? "" : " ")
                    .append(Markup.at(x + corners[i] * SIZE * 0.92))
                    .append(',')
                    .append(Markup.at(y + corners[i + 1] * SIZE * 0.92));
        }
        return "<polygon points=\"" + points + "\"/>";
    }
}
