package dev.embeam.compress;

/**
 * Everything a compact file holds, before it is written.
 *
 * @param settings of the model
 * @param words kept words
 * @param buckets kept buckets in rising order
 * @param wordRows one a word
 * @param ngramRows one a bucket
 */
record CompactParts(
        CompactSettings settings, KeptWords words, int[] buckets, CodedTable wordRows, CodedTable ngramRows) {
    CompactParts {
        if (words.size() != wordRows.rows() || buckets.length != ngramRows.rows()) {
            throw new IllegalArgumentException(words.size() + " words and " + buckets.length + " buckets have "
                    + wordRows.rows() + " and " + ngramRows.rows() + " rows; expected one each");
        }
    }
}
