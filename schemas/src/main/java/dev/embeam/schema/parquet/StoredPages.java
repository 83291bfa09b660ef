package dev.embeam.schema.parquet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The pages of an uncompressed column chunk, read one after the other into one array, which stays in a cache, where
 * Parquet's own reader takes the whole row group into memory first. Checksums are verified. A page is good until the next one
 * is read, and all of them until something else is read from the channel. Not thread-safe.
 */
final class StoredPages implements PageReader {
    private static final int BUFFER = 1 << 14;

    private final InputStream in;
    private final PrimitiveType type;
    private final long values;
    private final CRC32 checksum = new CRC32();
    private long left;
    private byte[] page = new byte[0];
    private @Nullable PageHeader ahead;

    StoredPages(SeekableByteChannel channel, ColumnChunkMetaData chunk) throws IOException {
        channel.position(chunk.getStartingPos());
        in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        type = chunk.getPrimitiveType();
        values = chunk.getValueCount();
        left = Math.min(chunk.getTotalSize(), channel.size() - chunk.getStartingPos());
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            ahead = Util.readPageHeader(in);
            if (ahead.getType() != PageType.DICTIONARY_PAGE) {
                return null;
            }
            PageHeader header = ahead;
            ahead = null;
            readBytes(header);
            return new DictionaryPage(
                    BytesInput.copy(BytesInput.from(page, 0, header.getCompressed_page_size())),
                    header.getDictionary_page_header().getNum_values(),
                    encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException e) {
            throw new IllegalStateException("a page cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    @Override
    public DataPage readPage() {
        try {
            PageHeader header = ahead == null ? Util.readPageHeader(in) : ahead;
            ahead = null;
            readBytes(header);
            return page(header);
        } catch (IOException e) {
            throw new IllegalStateException("a page cannot be read: " + e.getMessage(), e);
        }
    }

    private void readBytes(PageHeader header) throws IOException {
        int size = header.getCompressed_page_size();
        if (size < 0 || size > left || size != header.getUncompressed_page_size()) {
            throw new IOException("it has " + size + " bytes; expected " + header.getUncompressed_page_size()
                    + ", and at most the " + left + " left");
        }
        if (page.length < size) {
            page = new byte[size];
        }
        if (in.readNBytes(page, 0, size) < size) {
            throw new IOException("the file ends in it");
        }
        left -= size;
        checksum.reset();
        checksum.update(page, 0, size);
        if (header.isSetCrc() && header.getCrc() != (int) checksum.getValue()) {
            throw new IOException("its checksum is another one");
        }
    }

    private DataPage page(PageHeader header) throws IOException {
        DataPageHeaderV2 data = header.getData_page_header_v2();
        if (data == null) {
            throw new IOException("it is of version 1");
        }
        int repetition = data.getRepetition_levels_byte_length();
        int definition = data.getDefinition_levels_byte_length();
        int rest = header.getCompressed_page_size() - repetition - definition;
        if (repetition < 0 || definition < 0 || rest < 0) {
            throw new IOException("its levels have " + repetition + " and " + definition + " bytes, more than it has");
        }
        return DataPageV2.uncompressed(
                data.getNum_rows(),
                data.getNum_nulls(),
                data.getNum_values(),
                BytesInput.from(page, 0, repetition),
                BytesInput.from(page, repetition, definition),
                encoding(data.getEncoding()),
                BytesInput.from(page, repetition + definition, rest),
                Statistics.createStats(type));
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding stored) {
        return Encoding.valueOf(stored.name());
    }
}
