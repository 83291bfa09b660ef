/**
 * Document collections in files: formats, compression, records, and the readers that cut batches from them. Depends on
 * {@code schema}, the JDK, Jackson's streaming parser, parquet-java and zstd-jni; knows no Beam, so a test or a tool reads a
 * collection without a pipeline.
 */
@NullMarked
package dev.embeam.collection;

import org.jspecify.annotations.NullMarked;
