package dev.embeam.train;

import java.util.Arrays;

/**
 * A sparse matrix of documents (rows) and pieces (columns) with the weights ln(1 + tf) * ln(documents / df): tf is how often
 * the piece occurs in the document, df in how many documents (S. Dumais, "Improving the retrieval of information from
 * external sources", Behavior Research Methods 23(2), 1991). Rows hold their pieces in rising order of ids.
 */
final class DocumentPieceMatrix {
    private final int[][] pieces;
    private final double[][] weights;
    private final int vocabulary;

    /** @param documents piece ids of each document, in any order, below {@code vocabulary} */
    DocumentPieceMatrix(int[][] documents, int vocabulary) {
        this.vocabulary = vocabulary;
        this.pieces = new int[documents.length][];
        this.weights = new double[documents.length][];
        int[] documentCounts = new int[vocabulary];
        for (int row = 0; row < documents.length; row++) {
            countRow(documents[row], row, documentCounts);
        }
        for (int row = 0; row < documents.length; row++) {
            weighRow(row, documentCounts);
        }
    }

    private void countRow(int[] document, int row, int[] documentCounts) {
        int[] sorted = document.clone();
        Arrays.sort(sorted);
        pieces[row] = Arrays.stream(sorted).distinct().toArray();
        weights[row] = new double[pieces[row].length];
        int entry = 0;
        for (int piece : sorted) {
            entry += pieces[row][entry] == piece ? 0 : 1;
            weights[row][entry]++;
        }
        for (int piece : pieces[row]) {
            documentCounts[piece]++;
        }
    }

    private void weighRow(int row, int[] documentCounts) {
        for (int entry = 0; entry < pieces[row].length; entry++) {
            double rarity = StrictMath.log((double) pieces.length / documentCounts[pieces[row][entry]]);
            weights[row][entry] = StrictMath.log1p(weights[row][entry]) * rarity;
        }
    }

    int documents() {
        return pieces.length;
    }

    /** The sum of the documents' rows, each times its entry of {@code perDocument}: one value for each piece. */
    double[] sumOfRows(double[] perDocument) {
        double[] sums = new double[vocabulary];
        for (int row = 0; row < pieces.length; row++) {
            for (int entry = 0; entry < pieces[row].length; entry++) {
                sums[pieces[row][entry]] += weights[row][entry] * perDocument[row];
            }
        }
        return sums;
    }

    /** The product of each document's row and {@code perPiece}: one value for each document. */
    double[] products(double[] perPiece) {
        double[] products = new double[pieces.length];
        for (int row = 0; row < pieces.length; row++) {
            double sum = 0;
            for (int entry = 0; entry < pieces[row].length; entry++) {
                sum += weights[row][entry] * perPiece[pieces[row][entry]];
            }
            products[row] = sum;
        }
        return products;
    }
}
