package dev.embeam.report;

/** Keeps labels off each other. */
final class Labels {
    private Labels() {}

    /**
     * Heights near the wanted ones, at least so far apart, between two ends as far as there is room.
     *
     * @param wanted ascending
     */
    static double[] spread(double[] wanted, double distance, double first, double last) {
        double[] heights = wanted.clone();
        for (int i = 0; i < heights.length; i++) {
            double least = i == 0 ? first : heights[i - 1] + distance;
            heights[i] = Math.max(heights[i], least);
        }
        double most = Math.max(last, first + distance * (heights.length - 1));
        for (int i = heights.length - 1; i >= 0; i--) {
            heights[i] = Math.min(heights[i], most);
            most = heights[i] - distance;
        }
        return heights;
    }
}
