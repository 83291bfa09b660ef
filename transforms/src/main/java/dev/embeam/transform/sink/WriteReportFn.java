package dev.embeam.transform.sink;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;

/** Writes the files that are made of all parts under temporary names. */
final class WriteReportFn<T> extends DoFn<KV<Integer, Iterable<T>>, SideFile> {
    private static final long serialVersionUID = 1L;

    private final OutputRun run;
    private final SerializableFunction<Iterable<T>, Map<String, List<String>>> lines;

    WriteReportFn(OutputRun run, SerializableFunction<Iterable<T>, Map<String, List<String>>> lines) {
        this.run = run;
        this.lines = lines;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<T>> all, OutputReceiver<SideFile> out) throws IOException {
        for (Map.Entry<String, List<String>> file : lines.apply(all.getValue()).entrySet()) {
            out.output(SideFile.write(run, file.getKey(), file.getValue()));
        }
    }
}
