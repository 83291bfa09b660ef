package dev.embeam.compress;

/**
 * Layout of a compact file ({@code .ecf}), version 1. All numbers are little endian; every section begins at a multiple of 8,
 * with zeros between, so that the file can be used where it is mapped.
 *
 * <pre>
 * byte  type  what
 *    0  8 x   magic: EMBEAMCF
 *    8  int   version
 *   12  int   flags: bit 0, n-grams that were dropped count in the mean as zeros
 *   16  int   columns of a vector
 *   20  int   characters of the shortest n-gram
 *   24  int   characters of the longest, 0 for none
 *   28  int   buckets: what hashes of n-grams are taken modulo
 *   32  int   kept words W
 *   36  int   kept buckets B
 *   40  long  tokens read in training
 *   48  long  bytes of the file
 *   56  4 x   (form, width, parameter, unused) ints of the rows of words, as below
 *   72  4 x   the same of the rows of n-grams
 *   88  10 x  (offset, length) longs of the sections
 *  248  int   unused
 *  252  int   CRC-32C of bytes 0 to 251
 *  256        sections
 *  end  int   CRC-32C of bytes 256 to here
 * </pre>
 *
 * <p>Sections, in this order: 0 the groups of words, W/4 + 1 (first row, first byte) int pairs; 1 the words, each its length as
 * a varint and its bytes ({@link CompactWords}); 2 counts of words, W upper halves of floats; 3 the groups of buckets, ints; 4
 * lowest bytes of the kept buckets, B ({@link CompactBuckets}); 5 codebook of the words' rows; 6 codebook of the n-grams' rows;
 * 7 rows of words; 8 rows of n-grams; 9 reserved, empty.
 *
 * <p>Forms of rows: 0 floats; 1 half-precision floats; 2 codes of a product quantiser (parameter: columns of a part; width:
 * bytes of a row), codebook: 256 centroids of each part, floats; 3 the same with a norm's code before those of the parts,
 * codebook: 256 norms, then the centroids; 4 half-precision weights (parameter: how many) of components, codebook: the
 * components. Width is always the bytes of a row.
 */
final class CompactLayout {
    static final byte[] MAGIC = {'E', 'M', 'B', 'E', 'A', 'M', 'C', 'F'};
    static final int VERSION = 1;
    static final int FLAG_DROPPED_COUNT = 1;

    static final int HEADER_BYTES = 256;
    static final int HEADER_CHECK_AT = HEADER_BYTES - Integer.BYTES;
    static final int FORMS_AT = 56;
    static final int FORM_BYTES = 16;
    static final int SECTIONS_AT = 88;
    static final int ALIGNMENT = 8;

    static final int WORD_GROUPS = 0;
    static final int WORDS = 1;
    static final int COUNTS = 2;
    static final int BUCKET_GROUPS = 3;
    static final int BUCKETS = 4;
    static final int WORD_CODEBOOK = 5;
    static final int NGRAM_CODEBOOK = 6;
    static final int WORD_ROWS = 7;
    static final int NGRAM_ROWS = 8;
    static final int SECTIONS = 10;

    static final int FORM_FLOAT = 0;
    static final int FORM_HALF = 1;
    static final int FORM_PRODUCT = 2;
    static final int FORM_PRODUCT_WITH_NORMS = 3;
    static final int FORM_DECOMPOSED = 4;

    private CompactLayout() {}

    /** The next place where a section may begin. */
    static long align(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
