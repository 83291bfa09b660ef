package dev.embeam.schema;

/**
 * The vectors of a batch of documents by one of several encoders that see the same documents.
 *
 * @param variant number of the encoder
 * @param batch the vectors
 * @param encodeNanos time this encoder took for them
 */
public record VariantBatch(int variant, EmbeddingBatch batch, long encodeNanos) {}
