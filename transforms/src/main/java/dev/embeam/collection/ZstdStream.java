package dev.embeam.collection;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * Decompresses Zstandard of one or more frames. The library's own stream takes a file that ends within its second frame or a
 * later one for whole; this one throws, after all bytes before the damage have been given.
 */
final class ZstdStream extends InputStream {
    private static final int BLOCK_BYTES = 1 << 17;

    private final InputStream in;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer stored = ByteBuffer.allocateDirect(BLOCK_BYTES).limit(0);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(BLOCK_BYTES).limit(0);
    private boolean frameEnded;

    ZstdStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!plain.hasRemaining()) {
            // A full block may have left some of its frame behind in the decoder.
            boolean pending = !frameEnded && plain.limit() == plain.capacity();
            if (!stored.hasRemaining() && !pending && !fill()) {
                if (frameEnded) {
                    return -1;
                }
                throw new ZipException("truncated Zstandard data");
            }
            decompress();
        }
        int count = Math.min(length, plain.remaining());
        plain.get(bytes, from, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        context.close();
        in.close();
    }

    private void decompress() throws ZipException {
        plain.clear();
        try {
            frameEnded = context.decompressDirectByteBufferStream(plain, stored);
        } catch (ZstdException e) {
            plain.limit(0);
            ZipException damaged = new ZipException("damaged Zstandard data (" + e.getMessage() + ")");
            damaged.initCause(e);
            throw damaged;
        }
        plain.flip();
    }

    private boolean fill() throws IOException {
        int count = in.read(block, 0, block.length);
        if (count <= 0) {
            return false;
        }
        stored.clear();
        stored.put(block, 0, count).flip();
        return true;
    }
}
