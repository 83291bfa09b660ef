package dev.embeam.schema.parquet;

import dev.embeam.schema.DocumentKeys;

/**
 * One row group as it is stored. The array belongs to the record; equality is identity, as blocks are not compared.
 *
 * @param keys ids and kept fields; {@code file} is the Parquet file, positions are row numbers in it from 0
 * @param rows {@code byte[keys.size() * layout.rowBytes()]}, the encoded vectors
 */
public record EncodedRows(DocumentKeys keys, byte[] rows) {
    /** Number of documents. */
    public int size() {
        return keys.size();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "EncodedRows[" + size() + " documents]";
    }
}
