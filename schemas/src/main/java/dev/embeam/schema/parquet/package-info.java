/** Parquet files of vectors: columns, footer, writing and reading. Depends on {@code schema}, Parquet and Arrow; knows no Beam. */
@NullMarked
package dev.embeam.schema.parquet;

import org.jspecify.annotations.NullMarked;
