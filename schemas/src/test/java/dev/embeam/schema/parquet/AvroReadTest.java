package dev.embeam.schema.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroReadTest {
    private static final int DOCUMENTS = 700;
    private static final int DIM = 9;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void parquetAvroReadsEveryPrecisionWithThePublishedSchema(Precision precision) throws Exception {
        EmbeddingFormat format = EmbeddingFiles.format(DIM, precision, Compression.NONE, 1 << 12, "title");
        DocumentKeys keys = EmbeddingFiles.keys(0, DOCUMENTS, 1, Seeds.random(1));
        byte[] rows = EmbeddingFiles.randomRows(DOCUMENTS * format.layout().rowBytes(), Seeds.random(2));
        byte[] file = EmbeddingFiles.write(format, keys, rows);
        ByteBuffer expected = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
        try (ParquetReader<GenericRecord> reader = reader(file, precision)) {
            for (int row = 0; row < DOCUMENTS; row++) {
                GenericRecord record = reader.read();
                assertThat(record.get("id")).hasToString(keys.ids().get(row));
                List<?> embedding = (List<?>) record.get("embedding");
                assertThat(embedding).hasSize(format.layout().elements());
                embedding.forEach(element -> assertThat(element).isEqualTo(next(precision, expected, element)));
            }
            assertThat(reader.read()).isNull();
        }
    }

    private static Object next(Precision precision, ByteBuffer rows, Object like) {
        return switch (precision) {
            case FLOAT32 -> rows.getFloat();
            case FLOAT16 -> half(rows, (GenericFixed) like);
            case INT8 -> (int) rows.get();
            case BINARY -> rows.get() & 0xff;
        };
    }

    private static GenericFixed half(ByteBuffer rows, GenericFixed like) {
        byte[] bytes = new byte[2];
        rows.get(bytes);
        return new GenericData.Fixed(like.getSchema(), bytes);
    }

    private static ParquetReader<GenericRecord> reader(byte[] file, Precision precision) throws IOException {
        ParquetConfiguration configuration = new PlainParquetConfiguration();
        try (InputStream in =
                AvroReadTest.class.getResourceAsStream("/avro/embedding-" + precision.label() + ".avsc")) {
            String schema = new Schema.Parser().parse(in).toString();
            configuration.set("parquet.avro.read.schema", schema);
            configuration.set(AvroReadSupport.AVRO_REQUESTED_PROJECTION, schema);
            // Lists of three levels in the projection, as Parquet has defined them since 2014.
            configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        }
        return AvroParquetReader.<GenericRecord>builder(new ChannelInput(new MemoryChannel(file)), configuration)
                .withDataModel(GenericData.get())
                .build();
    }
}
