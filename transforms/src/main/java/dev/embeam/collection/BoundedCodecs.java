package dev.embeam.collection;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The usual codecs of Parquet, refusing a page that says it decompresses to more than {@value #LARGEST_PAGE_BYTES} bytes: a
 * damaged length is to fail the page, not to ask for more memory than there is. Pages are about 1 MiB by custom.
 */
final class BoundedCodecs implements CompressionCodecFactory {
    private static final int LARGEST_PAGE_BYTES = 1 << 28;

    private final CodecFactory codecs = new CodecFactory(new PlainParquetConfiguration(), 0);

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return codecs.getCompressor(name);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return new Bounded(codecs.getDecompressor(name));
    }

    @Override
    public void release() {
        codecs.release();
    }

    private record Bounded(BytesInputDecompressor codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            check(size);
            return codec.decompress(bytes, size);
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) throws IOException {
            check(size);
            codec.decompress(input, compressedSize, output, size);
        }

        @Override
        public void release() {
            codec.release();
        }

        private static void check(int size) throws IOException {
            if (size < 0 || size > LARGEST_PAGE_BYTES) {
                throw new IOException("a page of " + size + " bytes; at most " + LARGEST_PAGE_BYTES + " are read");
            }
        }
    }
}
