package dev.embeam.collection;

import static dev.embeam.collection.Archives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.collection.MemoryFiles.Contents;
import dev.embeam.collection.MemoryFiles.ReadDocument;
import dev.embeam.fixture.Seeds;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

class DelimitedTest {
    private static final ReadSettings LENIENT = ReadSettings.defaults().withMaxFailures(1_000);

    private static Contents read(String rows, ReadSettings settings) {
        return MemoryFiles.read("docs.csv", utf8(rows), settings);
    }

    @Test
    void quotedFieldsHoldDelimitersQuotesAndNewlines() {
        Contents contents =
                read("\ufeff\"id\",x,text\r\n1,,\"a,b\"\r\n\r\n2,\"\",\"say \"\"x\"\"\r\n\n\"\n3,q,\"\"", LENIENT);
        assertThat(contents.documents())
                .containsExactly(
                        new ReadDocument(16, "1", "a,b", List.of()),
                        new ReadDocument(28, "2", "say \"x\"\r\n\n", List.of()),
                        new ReadDocument(48, "3", "", List.of()));
        assertThat(contents.failures()).isEmpty();
    }

    @Test
    void tabsSeparateTheFieldsOfTsv() {
        Contents contents = MemoryFiles.read(
                "a.tsv", utf8("docid\ttext\turl\n1\ta, \"b\"\tu\n"), LENIENT.withKeepFields(List.of("url")));
        assertThat(contents.documents()).containsExactly(new ReadDocument(15, "1", "a, \"b\"", List.of("u")));
    }

    @Test
    void idsCountLinesAndNotRows() {
        Contents contents = read("text\n\"a\nb\"\nc\n", LENIENT);
        assertThat(contents.ids()).containsExactly("docs.csv:2", "docs.csv:4");
    }

    @Test
    void brokenRowsFailAlone() {
        Contents contents = read("id,text\n1,a\n2\n3,b,c\n4,\"d\"e\n5,f\n6,\"never\nclosed", LENIENT);
        assertThat(contents.ids()).containsExactly("1", "5");
        assertThat(contents.failures())
                .extracting(FailedRecord::reason)
                .containsOnly(FailureReason.BROKEN_CSV)
                .hasSize(4);
        assertThat(contents.failures())
                .extracting(FailedRecord::actual)
                .containsExactly(
                        "1 fields",
                        "3 fields",
                        "text behind the closing quote of a field",
                        "a quote that is never closed");
        assertThat(contents.failures()).extracting(FailedRecord::line).containsExactly(3L, 4L, 5L, 7L);
    }

    @Test
    void columnsThatAreNotThereAreToldBeforeReading() {
        assertThatThrownBy(() -> read("id,body\n1,a\n", LENIENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "none of the text fields [text] is a column of docs.csv; its columns are [id, body]; name them"
                                + " with --textFields");
        assertThatThrownBy(() -> read("id,text\n1,a\n", LENIENT.withKeepFields(List.of("url"))))
                .hasMessageContaining("\"url\" is no column of docs.csv");
        assertThatThrownBy(() -> read("id,text\n1,a\n", LENIENT.withIdField("key")))
                .hasMessageContaining("\"key\" is no column of docs.csv");
        assertThatThrownBy(() -> read("id,text,text\n1,a,b\n", LENIENT))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("more than once");
        assertThatThrownBy(() -> read("", LENIENT))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("the file is empty");
    }

    @Test
    void whatCommonsCsvWritesIsReadBack() throws IOException {
        String[] pieces = {"", "a", "\"", ",", "\n", "\r\n", " ", "あ", "\"\"", "\t", "b c"};
        for (int i = 0; i < 500; i++) {
            SplittableRandom random = Seeds.random(i);
            CSVFormat format = (random.nextBoolean()
                            ? CSVFormat.RFC4180
                            : CSVFormat.RFC4180
                                    .builder()
                                    .setRecordSeparator("\n")
                                    .build())
                    .builder()
                    .setQuoteMode(random.nextBoolean() ? QuoteMode.ALL : QuoteMode.MINIMAL)
                    .build();
            StringBuilder rows = new StringBuilder();
            List<String> texts = new ArrayList<>();
            try (CSVPrinter printer = new CSVPrinter(rows, format)) {
                printer.printRecord("kept", "id", "text");
                for (int row = random.nextInt(8); row > 0; row--) {
                    texts.add(random(random, pieces));
                    printer.printRecord(random(random, pieces), "i" + row, texts.get(texts.size() - 1));
                }
            }
            Contents contents = read(rows.toString(), ReadSettings.defaults());
            assertThat(contents.texts()).as(Seeds.describe(i)).isEqualTo(texts);
        }
    }

    private static String random(SplittableRandom random, String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
