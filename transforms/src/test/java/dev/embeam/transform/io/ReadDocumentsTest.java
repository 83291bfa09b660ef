package dev.embeam.transform.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.CollectionFile;
import dev.embeam.collection.FilePart;
import dev.embeam.collection.ReadSettings;
import dev.embeam.collection.TooManyFailuresException;
import dev.embeam.fixture.SharedFiles;
import dev.embeam.progress.Progress;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.BoundedSource.BoundedReader;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.SourceTestUtils;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDocumentsTest {
    private static final ReadSettings LENIENT = ReadSettings.defaults().withMaxFailures(10);

    @TempDir
    Path folder;

    private static PCollection<String> texts(PCollection<DocumentBatch> batches) {
        return batches.apply(
                "Texts", FlatMapElements.into(TypeDescriptors.strings()).via((DocumentBatch batch) -> {
                    List<String> texts = new ArrayList<>();
                    for (int i = 0; i < batch.size(); i++) {
                        texts.add(
                                batch.keys().ids().get(i) + "=" + batch.texts().get(i));
                    }
                    return texts;
                }));
    }

    private static PCollection<FailedRecord> failures(PCollection<DocumentBatch> batches) {
        return batches.apply(
                "Failures",
                FlatMapElements.into(TypeDescriptor.of(FailedRecord.class))
                        .via((DocumentBatch batch) -> batch.keys().failures()));
    }

    private static List<DocumentBatch> readAll(DocumentSource source) throws IOException {
        List<DocumentBatch> batches = new ArrayList<>();
        try (BoundedReader<DocumentBatch> reader = source.createReader(PipelineOptionsFactory.create())) {
            for (boolean more = reader.start(); more; more = reader.advance()) {
                batches.add(reader.getCurrent());
            }
        }
        return batches;
    }

    private static long counter(PipelineResult result, String name) {
        MetricsFilter filter = MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.named(ReadDocuments.class, name))
                .build();
        long sum = 0;
        for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
            sum += counter.getAttempted();
        }
        return sum;
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void writeCollection() throws IOException {
        write("a.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\"}\n{\"id\":\"3\",\"text\":\"c\"}\n");
        write("b.csv", "docid,text\n4,d\n");
        write("sub/c.txt", "e\nf\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("d.tsv.gz")))) {
            out.write("_id\ttext\n5\tg\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void documentsComeWithWhatFailedBesideThem() throws IOException {
        writeCollection();
        Pipeline pipeline = Pipeline.create();
        MatchedFiles files = MatchedFiles.match(
                folder + "/*.{jsonl,csv}, " + folder + "/sub/*," + folder + "/d.tsv.gz," + folder + "/a.jsonl",
                LENIENT.withRunId("read-documents-test"));
        PCollection<DocumentBatch> read = pipeline.apply("Read documents", ReadDocuments.of(files));
        PAssert.that(texts(read)).containsInAnyOrder("1=a", "3=c", "4=d", "c.txt:1=e", "c.txt:2=f", "5=g");
        PAssert.that(failures(read))
                .containsInAnyOrder(new FailedRecord(
                        folder + "/a.jsonl",
                        22,
                        2,
                        "2",
                        FailureReason.MISSING_FIELD,
                        "field \"text\" is not there",
                        "a text"));
        PipelineResult result = pipeline.run();
        result.waitUntilFinish();
        assertThat(counter(result, "documents_read")).isEqualTo(6);
        assertThat(counter(result, "records_failed")).isEqualTo(1);
        assertThat(files.files())
                .extracting(CollectionFile::path)
                .containsExactly(folder + "/a.jsonl", folder + "/b.csv", folder + "/d.tsv.gz", folder + "/sub/c.txt");
        Progress progress = Progress.of("read-documents-test");
        assertThat(progress.documentsRead()).isEqualTo(6);
        assertThat(progress.bytesRead()).isEqualTo(files.totalBytes());
        Progress.forget("read-documents-test");
    }

    @Test
    void oneFailureTooManyFailsThePipelineAndSaysHowToGoOn() throws IOException {
        writeCollection();
        Pipeline pipeline = Pipeline.create();
        pipeline.apply(ReadDocuments.of(MatchedFiles.match(folder + "/a.jsonl", ReadSettings.defaults())));
        assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
                .isInstanceOf(TooManyFailuresException.class)
                .hasMessageContaining("1 record cannot be used, first " + folder + "/a.jsonl, line 2")
                .hasMessageContaining("--maxFailures=N");
    }

    @Test
    void splitsOfAnySizeGiveTheSameDocuments() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            lines.append("{\"id\":")
                    .append(i)
                    .append(",\"text\":\"本文")
                    .append(i)
                    .append("\"}\n");
        }
        write("a.jsonl", lines.toString());
        write("b.jsonl", lines.toString());
        write("c.txt", "one\ntwo");
        PipelineOptions options = PipelineOptionsFactory.create();
        MatchedFiles files = MatchedFiles.match(folder + "/*", LENIENT);
        DocumentSource source = new DocumentSource(LENIENT, files.parts());
        assertThat(source.getEstimatedSizeBytes(options)).isEqualTo(files.totalBytes());
        List<String> expected = documents(List.of(source)).stream().sorted().toList();
        assertThat(expected).hasSize(120_002);
        for (long desired : new long[] {1, 1_500_000, Long.MAX_VALUE}) {
            List<DocumentSource> splits = source.split(desired, options);
            assertThat(documents(splits).stream().sorted().toList()).isEqualTo(expected);
            long most = Math.max(desired, DocumentSource.SMALLEST_BUNDLE_BYTES);
            assertThat(splits).allSatisfy(split -> assertThat(split.bytes()).isLessThanOrEqualTo(most));
            assertThat(splits)
                    .extracting(DocumentSource::bytes)
                    .isSortedAccordingTo((left, right) -> Long.compare(right, left));
        }
    }

    private static List<String> documents(List<DocumentSource> sources) throws IOException {
        List<String> documents = new ArrayList<>();
        for (DocumentSource source : sources) {
            for (DocumentBatch batch : readAll(source)) {
                for (int i = 0; i < batch.size(); i++) {
                    documents.add(batch.keys().file() + "@" + batch.keys().positions()[i] + " "
                            + batch.keys().ids().get(i) + "=" + batch.texts().get(i));
                }
            }
        }
        return documents;
    }

    @Test
    void unstartedReaderReadsAsAStartedOne() throws Exception {
        write("a.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n");
        MatchedFiles files = MatchedFiles.match(folder + "/a.jsonl", LENIENT);
        DocumentSource source = SerializableUtils.ensureSerializable(new DocumentSource(LENIENT, files.parts()));
        SourceTestUtils.assertUnstartedReaderReadsSameAsItsSource(
                source.createReader(PipelineOptionsFactory.create()), PipelineOptionsFactory.create());
    }

    @Test
    void smallFilesArePutTogetherAndLargeOnesComeFirst() throws Exception {
        for (int i = 0; i < 10; i++) {
            write("f" + i + ".txt", "x".repeat(i == 7 ? 2_000_000 : 150_000));
        }
        MatchedFiles files = MatchedFiles.match(folder + "/*.txt", LENIENT);
        List<DocumentSource> splits =
                new DocumentSource(LENIENT, files.parts()).split(1, PipelineOptionsFactory.create());
        assertThat(splits).extracting(DocumentSource::bytes).containsExactly(2_000_000L, 900_000L, 300_000L, 150_000L);
        assertThat(splits.get(1).parts())
                .extracting(FilePart::file)
                .extracting(CollectionFile::label)
                .startsWith("f0.txt", "f1.txt");
    }

    @Test
    void emptyCollectionGivesNothing() throws IOException {
        write("a.jsonl", "");
        Pipeline pipeline = Pipeline.create();
        PAssert.that(pipeline.apply(ReadDocuments.of(MatchedFiles.match(folder + "/a.jsonl", ReadSettings.defaults()))))
                .empty();
        pipeline.run().waitUntilFinish();
    }

    @Test
    void whatIsWrongWithTheInputIsToldWhenThePipelineIsBuilt() throws IOException {
        ReadSettings settings = ReadSettings.defaults();
        write("a.doc", "x");
        write("a.parquet", "x");
        assertThatThrownBy(() -> MatchedFiles.match(folder + "/none*.jsonl", settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no file matches " + folder + "/none*.jsonl");
        assertThatThrownBy(() -> MatchedFiles.match(folder + "/none.jsonl", settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.jsonl");
        assertThatThrownBy(() -> MatchedFiles.match(" , ", settings)).hasMessageStartingWith("no input was named");
        assertThatThrownBy(() -> MatchedFiles.match(folder + "/a.doc", settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be told from its name");
        assertThatThrownBy(() -> MatchedFiles.match(folder + "/a.parquet", settings))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("expected a Parquet file");
        assertThatThrownBy(() -> MatchedFiles.match(folder.toString(), settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> MatchedFiles.match("nosuch://bucket/a.jsonl", settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nosuch://bucket/a.jsonl");
    }

    @Test
    void realCollectionIsReadWhole() {
        Path corpus = SharedFiles.path("data/jsquad/corpus.jsonl.gz");
        Pipeline pipeline = Pipeline.create();
        MatchedFiles files = MatchedFiles.match(corpus.toString(), ReadSettings.defaults());
        PCollection<DocumentBatch> read = pipeline.apply(ReadDocuments.of(files));
        PAssert.thatSingleton(
                        read.apply(MapElements.into(TypeDescriptors.integers()).via(DocumentBatch::size))
                                .apply(Sum.integersGlobally()))
                .isEqualTo(2_304);
        PAssert.that(failures(read)).empty();
        pipeline.run().waitUntilFinish();
        assertThat(files.files()).extracting(CollectionFile::idField).containsExactly("docid");
    }
}
