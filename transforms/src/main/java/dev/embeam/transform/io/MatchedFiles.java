package dev.embeam.transform.io;

import dev.embeam.collection.CollectionFile;
import dev.embeam.collection.FileInspector;
import dev.embeam.collection.FileNames;
import dev.embeam.collection.FilePart;
import dev.embeam.collection.InspectedFile;
import dev.embeam.collection.ReadSettings;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.storage.BeamFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * The files of a collection, found and looked at once, when the pipeline is built: in the order of their paths, each once.
 * Whatever is wrong with a pattern, with a whole file or with the settings is told here, before the first record is read.
 *
 * @param settings how they are to be read
 * @param inspected the files
 */
public record MatchedFiles(ReadSettings settings, List<InspectedFile> inspected) {
    /** Files on a remote store are mostly waited for; a few at once keep a collection of thousands bearable. */
    private static final int FILES_AT_ONCE = 16;

    /** Owns its list. */
    public MatchedFiles {
        inspected = List.copyOf(inspected);
    }

    /**
     * Finds the files of a collection. Beam's file systems have to be set up for paths that are not local, which making the
     * pipeline does.
     *
     * @param input paths or globs, a comma between two (commas in braces belong to the glob)
     * @throws IllegalArgumentException if nothing matches, or the settings do not fit a file
     * @throws dev.embeam.schema.CorruptDataException if a file is not what its name says
     */
    public static MatchedFiles match(String input, ReadSettings settings) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        for (String pattern : patterns(input)) {
            for (Metadata found : find(pattern)) {
                sizes.put(found.resourceId().toString(), found.sizeBytes());
            }
        }
        return new MatchedFiles(settings, inspect(sizes, new FileInspector(settings, new BeamFiles())));
    }

    /** The files. */
    public List<CollectionFile> files() {
        return inspected.stream().map(InspectedFile::file).toList();
    }

    /** What they take as stored, for showing how far reading has come. */
    public long totalBytes() {
        return inspected.stream().mapToLong(one -> one.file().bytes()).sum();
    }

    /** Reads the documents in this thread, outside of any pipeline, file by file. */
    public Batches read() {
        return new Batches(new DocumentSourceReader(new DocumentSource(settings, parts()), Optional.empty()));
    }

    /** The batches of a collection, one at a time. Not thread-safe. */
    public static final class Batches {
        private final DocumentSourceReader reader;

        private Batches(DocumentSourceReader reader) {
            this.reader = reader;
        }

        /** Goes to the next batch; says whether there is one. Files are closed when there is none. */
        public boolean next() throws IOException {
            boolean more = reader.advance();
            if (!more) {
                reader.close();
            }
            return more;
        }

        /** The batch gone to last. */
        public DocumentBatch batch() {
            return reader.getCurrent();
        }
    }

    List<FilePart> parts() {
        return inspected.stream().flatMap(one -> one.parts().stream()).toList();
    }

    static List<String> patterns(String input) {
        List<String> patterns = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= input.length(); i++) {
            char next = i < input.length() ? input.charAt(i) : ',';
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            if (i == input.length() || (next == ',' && depth == 0)) {
                patterns.add(input.substring(start, i).strip());
                start = i + 1;
            }
        }
        patterns.removeIf(String::isEmpty);
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("no input was named; expected a path or glob (--input=docs/*.jsonl)");
        }
        return patterns;
    }

    private static List<Metadata> find(String pattern) {
        List<Metadata> found;
        try {
            found = FileSystems.match(pattern, EmptyMatchTreatment.DISALLOW).metadata();
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException(
                    "no file matches " + pattern + "; expected a path or glob of files (--input=docs/*.jsonl)", e);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    pattern + " cannot be looked up (" + e.getMessage() + "); expected a path or glob of files", e);
        }
        for (Metadata one : found) {
            if (one.resourceId().isDirectory()) {
                throw new IllegalArgumentException(
                        one.resourceId() + " is a folder; expected files (--input=" + one.resourceId() + "*.jsonl)");
            }
        }
        return found;
    }

    private static List<InspectedFile> inspect(SortedMap<String, Long> sizes, FileInspector inspector) {
        Iterator<String> labels = FileNames.labels(List.copyOf(sizes.keySet())).iterator();
        List<Callable<InspectedFile>> inspections = new ArrayList<>();
        sizes.forEach((path, bytes) -> {
            String label = labels.next();
            inspections.add(() -> inspector.inspect(path, bytes, label));
        });
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(FILES_AT_ONCE, sizes.size()));
        try {
            List<InspectedFile> inspected = new ArrayList<>();
            for (Future<InspectedFile> inspection : executor.invokeAll(inspections)) {
                inspected.add(inspection.get());
            }
            return inspected;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the input files", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException known) {
            return known;
        }
        return new IllegalArgumentException(
                "an input file cannot be read (" + e.getMessage() + "); expected files this user may read", e);
    }
}
