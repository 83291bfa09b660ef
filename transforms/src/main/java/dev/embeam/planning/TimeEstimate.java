package dev.embeam.planning;

/**
 * How long a run takes.
 *
 * @param leastSeconds all workers busy all the time, at the speed the sample had when it was compiled
 * @param mostSeconds at the speed of the sample's first half, with workers that wait for each other
 */
public record TimeEstimate(double leastSeconds, double mostSeconds) {
    /** From the start of the JVM until the first document is read, and from the last one until all is published. */
    private static final double START = 4;

    /** What two busy threads of one core, the garbage collector and a disk may cost. */
    private static final double CONTENTION = 2;

    /**
     * The time of a run.
     *
     * @param workers threads that encode, each with a core like the one that measured
     * @param longestPart share of the collection in the longest file that one worker has to read alone
     * @param writings how often each vector is written: twice for int8 that calibrates itself
     */
    public static TimeEstimate of(SampleMeasurement sample, int workers, double longestPart, int writings) {
        double documents = sample.collection().documents();
        double least = seconds(sample.steady(), documents, workers, longestPart, writings);
        double most = seconds(sample.first(), documents, workers, longestPart, writings);
        return new TimeEstimate(START + Math.min(least, most), 2 * START + CONTENTION * Math.max(least, most));
    }

    private static double seconds(StepTimes times, double documents, int workers, double longestPart, int writings) {
        double write = times.write() / 1e9 / Math.max(1, times.documents());
        double all = documents * (times.secondsPerDocument() + (writings - 1) * write) / workers;
        return Math.max(all, documents * longestPart * times.readSecondsPerDocument());
    }
}
