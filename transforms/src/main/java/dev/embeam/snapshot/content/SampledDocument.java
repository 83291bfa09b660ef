package dev.embeam.snapshot.content;

import java.util.Arrays;

/**
 * A document that was chosen to be encoded again.
 *
 * @param id of the document
 * @param vector its float32 bytes, lowest byte of a number first; belongs to the record
 */
public record SampledDocument(String id, byte[] vector) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SampledDocument that && id.equals(that.id) && Arrays.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "SampledDocument[" + id + "]";
    }
}
