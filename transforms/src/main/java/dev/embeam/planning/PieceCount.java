package dev.embeam.planning;

/**
 * What one piece of a sample held.
 *
 * @param standsForBytes how much of the collection it stands for
 * @param documentsPerByte documents a stored byte
 * @param documents documents read
 * @param tokens tokens of those
 * @param failures records that were no documents
 */
record PieceCount(double standsForBytes, double documentsPerByte, long documents, long tokens, long failures) {
    double expectedDocuments() {
        return standsForBytes * documentsPerByte;
    }

    double expectedTokens() {
        return documents == 0 ? 0 : expectedDocuments() * tokens / documents;
    }

    double expectedFailures() {
        return documents == 0 ? failures : expectedDocuments() * failures / documents;
    }
}
