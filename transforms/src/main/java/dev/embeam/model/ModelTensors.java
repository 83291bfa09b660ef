package dev.embeam.model;

import dev.embeam.kernel.EmbeddingTable;
import dev.embeam.schema.CorruptDataException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a model and how tokens find them: token t has row {@code mapping[t]} times {@code weights[t]}.
 *
 * @param table the rows
 * @param mapping row of every token; empty where token t has row t
 * @param weights weight of every token; empty where all are 1
 */
record ModelTensors(EmbeddingTable table, int[] mapping, double[] weights) {
    private static final List<String> TABLE_NAMES = List.of("embedding.weight", "embeddings");

    /** The tensor that holds the rows. */
    static Tensor tableOf(Safetensors file) {
        return TABLE_NAMES.stream()
                .map(file::tensor)
                .flatMap(Optional::stream)
                .findFirst()
                .map(tensor -> checkMatrix(file, tensor))
                .orElseThrow(() -> new CorruptDataException(
                        file.source(),
                        "",
                        "it holds " + file.describeTensors(),
                        "a tensor of one of the names " + TABLE_NAMES));
    }

    /** Reads the first {@code width} columns of the rows, and mapping and weights where the file has them. */
    static ModelTensors read(Safetensors file, int width, EncodingSemantics semantics) {
        int[] mapping = file.tensor("mapping").map(tensor -> ints(file, tensor)).orElse(new int[0]);
        double[] weights =
                file.tensor("weights").map(tensor -> doubles(file, tensor)).orElse(new double[0]);
        if (semantics == EncodingSemantics.SENTENCE_TRANSFORMERS && mapping.length + weights.length > 0) {
            throw new IllegalArgumentException(
                    file.source() + " has token weights or a mapping, which sentence-transformers"
                            + " would ignore; use it with the semantics of model2vec");
        }
        try (MatrixReader reader = file.open(tableOf(file), width)) {
            return new ModelTensors(reader.table(), mapping, weights);
        }
    }

    /** Checks that every token id has a row. */
    void checkAgainst(int vocabulary, EncodingSemantics semantics, String source) {
        if (mapping.length == 0) {
            boolean tooMany = semantics == EncodingSemantics.MODEL2VEC && table.rows() > vocabulary;
            checkCount("rows", table.rows(), vocabulary, tooMany, source);
        } else {
            checkCount("entries of the tensor \"mapping\"", mapping.length, vocabulary, false, source);
        }
        if (weights.length > 0) {
            checkCount("entries of the tensor \"weights\"", weights.length, vocabulary, false, source);
        }
        for (int token = 0; token < mapping.length; token++) {
            if (mapping[token] >= table.rows()) {
                throw new CorruptDataException(
                        source,
                        "tensor \"mapping\"",
                        "token " + token + " has row " + mapping[token],
                        "a row below " + table.rows());
            }
        }
    }

    private static void checkCount(String what, int count, int vocabulary, boolean tooMany, String source) {
        if (count < vocabulary || tooMany) {
            throw new CorruptDataException(
                    source,
                    "",
                    "there are " + count + " " + what + ", but the tokenizer has " + vocabulary + " token ids",
                    "one each: take model.safetensors and tokenizer.json from the same export");
        }
    }

    private static Tensor checkMatrix(Safetensors file, Tensor tensor) {
        boolean matrix = tensor.shape().size() == 2 && tensor.bytes() > 0;
        if (!matrix
                || tensor.shape().get(0) > Integer.MAX_VALUE - 8
                || tensor.shape().get(1) > 1 << 20) {
            throw new CorruptDataException(
                    file.source(),
                    "tensor \"" + tensor.name() + "\"",
                    "it is " + tensor.describe(),
                    "a matrix of at least one row and 1 to " + (1 << 20) + " columns");
        }
        return tensor;
    }

    private static int[] ints(Safetensors file, Tensor tensor) {
        try (MatrixReader reader = list(file, tensor)) {
            return reader.intList();
        }
    }

    private static double[] doubles(Safetensors file, Tensor tensor) {
        try (MatrixReader reader = list(file, tensor)) {
            return reader.doubleList();
        }
    }

    private static MatrixReader list(Safetensors file, Tensor tensor) {
        if (tensor.shape().size() != 1) {
            throw new CorruptDataException(
                    file.source(), "tensor \"" + tensor.name() + "\"", "it is " + tensor.describe(), "a list");
        }
        return file.open(tensor, 1);
    }

    /** The row of every token that is kept. */
    int[] rowsOf(KeptTokens kept) {
        if (mapping.length == 0) {
            return kept.ids();
        }
        int[] rows = new int[kept.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = mapping[checked(kept.ids()[i], mapping.length)];
        }
        return rows;
    }

    /** The weight of every token that is kept. */
    double[] weightsOf(KeptTokens kept) {
        double[] weightsOfTokens = new double[kept.size()];
        for (int i = 0; i < weightsOfTokens.length; i++) {
            weightsOfTokens[i] = weights[checked(kept.ids()[i], weights.length)];
        }
        return weightsOfTokens;
    }

    private static int checked(int id, int tokens) {
        if (id < 0 || id >= tokens) {
            throw new IllegalArgumentException("id " + id + " is no token of a model of " + tokens + " tokens");
        }
        return id;
    }

    /** Bytes in memory. */
    long bytes() {
        return table.bytes() + (long) Integer.BYTES * mapping.length + (long) Double.BYTES * weights.length;
    }
}
