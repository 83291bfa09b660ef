package dev.embeam.pipeline.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads outputs of {@code classify} back. */
final class StoredPredictions {
    private StoredPredictions() {}

    /** The labels of a document; {@code stage} is 0 where there is no such column. */
    record Row(List<String> labels, List<Float> probabilities, int stage) {}

    /** All documents of an output by their ids, no id twice. */
    static SortedMap<String, Row> of(Path output) throws IOException {
        SortedMap<String, Row> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(output.resolve("data"))) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".jsonl")) {
                    readLines(file, rows);
                } else {
                    readParquet(file, rows);
                }
            }
        }
        return rows;
    }

    private static void readLines(Path file, SortedMap<String, Row> rows) throws IOException {
        for (String line : Files.readAllLines(file)) {
            JsonNode fields = new ObjectMapper().readTree(line);
            List<String> labels = new ArrayList<>();
            fields.get("labels").forEach(label -> labels.add(label.asText()));
            List<Float> probabilities = new ArrayList<>();
            fields.get("probabilities").forEach(value -> probabilities.add((float) value.asDouble()));
            put(
                    fields.get("id").asText(),
                    new Row(labels, probabilities, fields.path("stage").asInt()),
                    rows);
        }
    }

    private static void readParquet(Path file, SortedMap<String, Row> rows) throws IOException {
        try (ParquetFileReader reader = new ParquetFileReader(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    Group record = records.read();
                    put(record.getString("id", 0), row(record, schema.containsField("stage")), rows);
                }
            }
        }
    }

    private static Row row(Group record, boolean staged) {
        List<String> labels = new ArrayList<>();
        List<Float> probabilities = new ArrayList<>();
        Group labelList = record.getGroup("labels", 0);
        Group probabilityList = record.getGroup("probabilities", 0);
        for (int i = 0; i < labelList.getFieldRepetitionCount("list"); i++) {
            labels.add(labelList.getGroup("list", i).getString("element", 0));
            probabilities.add(probabilityList.getGroup("list", i).getFloat("element", 0));
        }
        return new Row(labels, probabilities, staged ? record.getInteger("stage", 0) : 0);
    }

    private static void put(String id, Row row, SortedMap<String, Row> rows) {
        if (rows.put(id, row) != null) {
            throw new AssertionError("the id " + id + " is stored twice");
        }
    }
}
