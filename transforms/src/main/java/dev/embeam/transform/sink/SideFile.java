package dev.embeam.transform.sink;

import dev.embeam.schema.StoredFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * A whole small file of lines that is published beside the documents.
 *
 * @param path temporary path
 * @param name where it belongs, relative to the output folder
 * @param rows lines in it
 * @param bytes its size
 * @param sha256 of its bytes
 */
record SideFile(String path, String name, long rows, long bytes, String sha256) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Writes a file. */
    static SideFile write(OutputRun run, String name, List<String> lines) throws IOException {
        try (TextFile file = TextFile.create(run)) {
            for (String line : lines) {
                file.writeLine(line);
            }
            file.close();
            return new SideFile(file.path(), name, lines.size(), file.bytes(), file.sha256());
        }
    }

    StoredFile stored() {
        return new StoredFile(name, rows, bytes, sha256);
    }
}
