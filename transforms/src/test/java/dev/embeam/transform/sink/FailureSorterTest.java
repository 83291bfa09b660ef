package dev.embeam.transform.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.fixture.Seeds;
import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.FailureReason;
import dev.embeam.schema.json.FailedRecordJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureSorterTest {
    @TempDir
    Path folder;

    @Test
    void moreRecordsThanFitIntoMemoryAreSortedToo() throws Exception {
        FailureSorter sorter = new FailureSorter(new OutputRun(folder.toString(), "run", 0, false));
        SplittableRandom random = Seeds.random(0);
        List<FailedRecord> records = new ArrayList<>();
        for (int i = 0; i < 45_000; i++) {
            FailedRecord record = new FailedRecord(
                    "file" + random.nextInt(4), i, 0, "id\u2028" + i, FailureReason.DUPLICATE_ID, "a", "b");
            records.add(record);
            sorter.add(record);
        }
        FailureSummary summary = sorter.finish();
        records.sort(FailureSorter.BY_PLACE);
        assertThat(summary.count()).isEqualTo(45_000);
        assertThat(summary.bytes()).isEqualTo(Files.size(Path.of(summary.path())));
        List<String> lines = Files.readAllLines(Path.of(summary.path()));
        assertThat(lines)
                .isEqualTo(records.stream().map(FailedRecordJson::write).toList());
    }
}
