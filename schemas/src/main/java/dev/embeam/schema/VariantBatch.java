package dev.embeam.schema;

/**
 * The vectors of a batch of documents by one of several encoders that see the same documents.
 *
 * @param variant number of the encoder
 * @param batch the vectors
 * @param encodeNanos time from text to vector as this encoder would take alone: a tokenisation that serves several counts
 *     for each
 */
public record VariantBatch(int variant, EmbeddingBatch batch, long encodeNanos) {}
