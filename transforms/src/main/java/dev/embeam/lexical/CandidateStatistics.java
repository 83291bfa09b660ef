package dev.embeam.lexical;

import java.util.List;

/**
 * Weights of one query's terms with its candidates for a collection.
 *
 * @param idf one weight for each different term of the query; 0 where no candidate holds it
 * @param meanLength terms of a candidate on average; 1 where all are empty
 */
record CandidateStatistics(double[] idf, double meanLength) {
    private static final double EPSILON = 0.25;

    /** Of the candidates of one query, at least one. */
    static CandidateStatistics of(Bm25Variant variant, List<CandidateTerms> candidates) {
        long length = candidates.stream().mapToLong(CandidateTerms::length).sum();
        long filled = candidates.stream().filter(c -> c.length() > 0).count();
        int[] frequencies = frequencies(candidates);
        return variant == Bm25Variant.LUCENE
                ? new CandidateStatistics(lucene(frequencies, filled), mean(length, filled))
                : new CandidateStatistics(okapi(frequencies, candidates), mean(length, candidates.size()));
    }

    private static double mean(long length, long documents) {
        return length == 0 ? 1 : (double) length / documents;
    }

    private static int[] frequencies(List<CandidateTerms> candidates) {
        int[] frequencies = new int[candidates.get(0).counts().length];
        for (CandidateTerms candidate : candidates) {
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] += candidate.counts()[i] > 0 ? 1 : 0;
            }
        }
        return frequencies;
    }

    private static double[] lucene(int[] frequencies, long documents) {
        double[] idf = new double[frequencies.length];
        for (int i = 0; i < idf.length; i++) {
            idf[i] = frequencies[i] == 0 ? 0 : Bm25Formula.luceneIdf(documents, frequencies[i]);
        }
        return idf;
    }

    private static double[] okapi(int[] frequencies, List<CandidateTerms> candidates) {
        double[] idf = new double[frequencies.length];
        double floor = EPSILON * meanIdf(candidates);
        for (int i = 0; i < idf.length; i++) {
            double own = Bm25Formula.robertsonIdf(candidates.size(), frequencies[i]);
            idf[i] = frequencies[i] == 0 ? 0 : own < 0 ? floor : own;
        }
        return idf;
    }

    /** The mean over all distinct terms, summed by rising frequency so that the order of candidates has no say. */
    private static double meanIdf(List<CandidateTerms> candidates) {
        HashCounts terms = new HashCounts();
        for (CandidateTerms candidate : candidates) {
            for (long hash : candidate.hashes()) {
                terms.add(hash);
            }
        }
        int[] termsOfFrequency = new int[candidates.size() + 1];
        for (int i = 0; i < terms.size(); i++) {
            termsOfFrequency[terms.count(i)]++;
        }
        double sum = 0;
        for (int frequency = 1; frequency < termsOfFrequency.length; frequency++) {
            sum += termsOfFrequency[frequency] * Bm25Formula.robertsonIdf(candidates.size(), frequency);
        }
        return terms.size() == 0 ? 0 : sum / terms.size();
    }
}
