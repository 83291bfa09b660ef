package dev.embeam.transform.sink;

import dev.embeam.schema.FailedRecord;
import dev.embeam.schema.json.FailedRecordJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Sorts failed records by their place into one file, however many there are: runs of bounded size are sorted in memory,
 * written aside, and merged.
 */
final class FailureSorter {
    /** By input file and place: the order in which a person meets them. */
    static final Comparator<FailedRecord> BY_PLACE = Comparator.comparing(FailedRecord::file)
            .thenComparingLong(FailedRecord::offset)
            .thenComparingLong(FailedRecord::line)
            .thenComparing(FailedRecord::reason)
            .thenComparing(FailedRecord::id)
            .thenComparing(FailedRecord::actual);

    private static final int RUN_RECORDS = 20_000;

    private final OutputRun outputRun;
    private final List<FailedRecord> run = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();

    FailureSorter(OutputRun outputRun) {
        this.outputRun = outputRun;
    }

    void add(FailedRecord record) throws IOException {
        run.add(record);
        if (run.size() == RUN_RECORDS) {
            spill();
        }
    }

    private void spill() throws IOException {
        run.sort(BY_PLACE);
        try (TextFile file = TextFile.create(outputRun)) {
            for (FailedRecord record : run) {
                file.writeLine(FailedRecordJson.write(record));
            }
            file.close();
            runs.add(file.path());
        }
        run.clear();
    }

    /** Writes the file of all records. */
    FailureSummary finish() throws IOException {
        run.sort(BY_PLACE);
        List<Source> sources = new ArrayList<>();
        try (TextFile file = TextFile.create(outputRun)) {
            sources.add(new Source(run.iterator(), () -> {}));
            for (String path : runs) {
                sources.add(open(path));
            }
            long count = merge(sources, file);
            file.close();
            return new FailureSummary(file.path(), count, file.bytes(), file.sha256());
        } finally {
            for (Source source : sources) {
                source.closer.close();
            }
        }
    }

    private static long merge(List<Source> sources, TextFile out) throws IOException {
        PriorityQueue<Source> queue = new PriorityQueue<>(Comparator.comparing(Source::head, BY_PLACE));
        for (Source source : sources) {
            if (source.advance()) {
                queue.add(source);
            }
        }
        long count = 0;
        while (!queue.isEmpty()) {
            Source least = queue.remove();
            out.writeLine(FailedRecordJson.write(least.head()));
            count++;
            if (least.advance()) {
                queue.add(least);
            }
        }
        return count;
    }

    private static Source open(String path) throws IOException {
        BufferedReader reader = new BufferedReader(Channels.newReader(
                FileSystems.open(FileSystems.matchNewResource(path, false)), StandardCharsets.UTF_8));
        Iterator<FailedRecord> records =
                reader.lines().map(line -> FailedRecordJson.read(line, path)).iterator();
        return new Source(records, reader::close);
    }

    /** Sorted records, one at a time. */
    private static final class Source {
        private final Iterator<FailedRecord> records;
        private final Closer closer;
        private final List<FailedRecord> head = new ArrayList<>(1);

        Source(Iterator<FailedRecord> records, Closer closer) {
            this.records = records;
            this.closer = closer;
        }

        FailedRecord head() {
            return head.get(0);
        }

        boolean advance() throws IOException {
            head.clear();
            try {
                if (records.hasNext()) {
                    head.add(records.next());
                }
            } catch (UncheckedIOException broken) {
                throw new IOException(broken);
            }
            return !head.isEmpty();
        }
    }

    @FunctionalInterface
    private interface Closer {
        void close() throws IOException;
    }
}
