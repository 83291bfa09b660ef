package dev.embeam.transform.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.fixture.FixtureTable;
import dev.embeam.fixture.RandomTexts;
import dev.embeam.snapshot.TableSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others see the rows that we see. */
class TableReadersTest {
    @TempDir
    Path folder;

    @Test
    void icebergsOwnReaderSeesTheSameIdsAndBits() throws IOException {
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
        Path model = FixtureModel.sentenceTransformers(folder.resolve("model"), false);
        FixtureTable table = FixtureTable.in(folder.resolve("table"), 2);
        RandomTexts texts = RandomTexts.ofSeed(8);
        SortedMap<String, String> documents = texts.documents(300);
        for (int night = 0; night < 4; night++) {
            TableSnapshot snapshot = table.next(model, documents);
            Map<String, String> found = ours(snapshot);
            assertThat(found).isEqualTo(icebergs(snapshot));
            assertThat(found.keySet()).isEqualTo(documents.keySet());
            documents = texts.changed(documents, 40, 30, 20);
        }
    }

    /** Ids with the bits of their vectors. */
    private Map<String, String> ours(TableSnapshot snapshot) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        StoredEmbeddings.match(folder.resolve("table") + "@" + snapshot.id()).read(batch -> {
            for (int i = 0; i < batch.size(); i++) {
                float[] vector = Arrays.copyOfRange(batch.vectors(), i * batch.dim(), (i + 1) * batch.dim());
                assertThat(rows.put(batch.keys().ids().get(i), bits(vector))).isNull();
            }
        });
        return rows;
    }

    private Map<String, String> icebergs(TableSnapshot snapshot) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Table table = new HadoopTables(new Configuration())
                .load(folder.resolve("table").toString());
        try (CloseableIterable<Record> records =
                IcebergGenerics.read(table).useSnapshot(snapshot.id()).build()) {
            for (Record record : records) {
                List<?> values = (List<?>) record.getField("embedding");
                float[] vector = new float[values.size()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = (Float) values.get(i);
                }
                assertThat(rows.put((String) record.getField("id"), bits(vector)))
                        .isNull();
            }
        }
        return rows;
    }

    private static String bits(float[] vector) {
        int[] bits = new int[vector.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(vector[i]);
        }
        return Arrays.toString(bits);
    }
}
