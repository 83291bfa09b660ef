package dev.embeam.search;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.Precision;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What one scan of a collection answers: all combinations of its lists. Immutable.
 *
 * @param variants the encoders
 * @param precisions of the documents' vectors: each goes through its precision at full width, and is then cut
 * @param similarities that order documents
 * @param shares parts of the collection, each above 0 and at most 1: nested subsets, chosen by a hash of the id, that hold
 *     every document that is relevant to any query
 * @param depth hits kept for each query
 * @param documentChunk documents scored at once: their vectors and scores should fit in a core's own cache
 * @param candidatesOnly whether, in place of a scan, only the pairs that queries judge or name are scored, with the scores a
 *     scan gives
 */
public record SearchPlan(
        List<SearchVariant> variants,
        List<Precision> precisions,
        List<Similarity> similarities,
        List<Double> shares,
        int depth,
        int documentChunk,
        boolean candidatesOnly)
        implements Serializable {
    /** Vectors of 1,024 columns take 1 MiB. */
    public static final int DEFAULT_DOCUMENT_CHUNK = 256;

    private static final long serialVersionUID = 1L;

    /** Checks the combination. */
    public SearchPlan {
        variants = List.copyOf(variants);
        precisions = distinct("precisions", precisions);
        similarities = distinct("similarities", similarities);
        shares = distinct("shares", shares);
        for (double share : shares) {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("shares has " + share + "; expected above 0 and at most 1");
            }
        }
        if (depth < 1 || documentChunk < 1 || documentChunk > 1 << 20) {
            throw new IllegalArgumentException("depth is " + depth + " and documentChunk " + documentChunk
                    + "; expected at least 1 each, and chunks of at most 1,048,576 documents");
        }
        if (precisions.contains(Precision.INT8)) {
            variants.forEach(SearchPlan::checkCalibration);
        }
    }

    /** Searches the whole collection with vectors as they are by cosine. */
    public static SearchPlan of(int depth, SearchVariant... variants) {
        return new SearchPlan(
                List.of(variants),
                List.of(Precision.FLOAT32),
                List.of(Similarity.COSINE),
                List.of(1.0),
                depth,
                DEFAULT_DOCUMENT_CHUNK,
                false);
    }

    /** The same with these precisions. */
    public SearchPlan withPrecisions(List<Precision> newPrecisions) {
        return new SearchPlan(variants, newPrecisions, similarities, shares, depth, documentChunk, candidatesOnly);
    }

    /** The same with these similarities. */
    public SearchPlan withSimilarities(List<Similarity> newSimilarities) {
        return new SearchPlan(variants, precisions, newSimilarities, shares, depth, documentChunk, candidatesOnly);
    }

    /** The same with these parts of the collection. */
    public SearchPlan withShares(List<Double> newShares) {
        return new SearchPlan(variants, precisions, similarities, newShares, depth, documentChunk, candidatesOnly);
    }

    /** The same with chunks of this many documents. */
    public SearchPlan withDocumentChunk(int newDocumentChunk) {
        return new SearchPlan(variants, precisions, similarities, shares, depth, newDocumentChunk, candidatesOnly);
    }

    /** The same with only the pairs that queries judge or name. */
    public SearchPlan withCandidatesOnly(boolean newCandidatesOnly) {
        return new SearchPlan(variants, precisions, similarities, shares, depth, documentChunk, newCandidatesOnly);
    }

    /** Whether int8 is asked for, and the ranges of some encoder's columns are still to be found. */
    public boolean lacksCalibration() {
        return precisions.contains(Precision.INT8)
                && variants.stream().anyMatch(variant -> variant.calibration().dim() == 0);
    }

    /**
     * The same with ranges for the encoders that have none.
     *
     * @param found ranges by number of the encoder; one that is not there had no finite vector to measure
     */
    public SearchPlan withCalibrations(Map<Integer, Calibration> found) {
        List<SearchVariant> calibrated = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            SearchVariant variant = variants.get(i);
            Calibration nothing = new Calibration(new float[variant.dim()], new float[variant.dim()]);
            calibrated.add(
                    variant.calibration().dim() > 0
                            ? variant
                            : variant.withCalibration(found.getOrDefault(i, nothing)));
        }
        return new SearchPlan(calibrated, precisions, similarities, shares, depth, documentChunk, candidatesOnly);
    }

    /** All systems in the order of their indexes: by variant, precision, width, similarity and share. */
    public List<SearchSystem> systems() {
        List<SearchSystem> systems = new ArrayList<>();
        for (int variant = 0; variant < variants.size(); variant++) {
            for (Precision precision : precisions) {
                for (int dims : variants.get(variant).dims()) {
                    for (Similarity similarity : similarities) {
                        for (double share : shares) {
                            systems.add(new SearchSystem(systems.size(), variant, precision, dims, similarity, share));
                        }
                    }
                }
            }
        }
        return systems;
    }

    private static void checkCalibration(SearchVariant variant) {
        int columns = variant.calibration().dim();
        if (columns != 0 && columns != variant.dim()) {
            throw new IllegalArgumentException("precision int8 needs the ranges of " + variant.dim()
                    + " columns, but the calibration has " + columns);
        }
    }

    private static <T> List<T> distinct(String name, List<T> values) {
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(name + " are " + values + "; expected at least one, each once");
        }
        return List.copyOf(values);
    }
}
