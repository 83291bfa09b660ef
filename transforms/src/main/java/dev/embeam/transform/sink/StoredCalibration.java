package dev.embeam.transform.sink;

import dev.embeam.schema.Calibration;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.json.RunManifestJson;
import dev.embeam.schema.parquet.EmbeddingFileReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.io.FileSystems;

/** The calibration of an earlier int8 output, so that two collections are cut into the same steps. */
public final class StoredCalibration {
    private StoredCalibration() {}

    /**
     * Reads the calibration of an output folder, of a {@code manifest.json} or of a Parquet file.
     *
     * @throws CorruptDataException when there is none in it
     */
    public static Calibration read(String path) throws IOException {
        Calibration calibration = path.endsWith(".parquet")
                ? ofFile(path)
                : ofManifest(
                        path.endsWith(".json")
                                ? path
                                : OutputFolder.of(path)
                                        .file(OutputFolder.MANIFEST)
                                        .toString());
        if (calibration.dim() == 0) {
            throw new CorruptDataException(path, "", "no calibration", "an output written with --precision=int8");
        }
        return calibration;
    }

    private static Calibration ofFile(String path) throws IOException {
        try (EmbeddingFileReader reader = EmbeddingFileReader.open(OutputFolder.open(path), path)) {
            return reader.calibration();
        }
    }

    private static Calibration ofManifest(String path) throws IOException {
        try (InputStream in = Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(path, false)))) {
            return RunManifestJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), path)
                    .calibration();
        } catch (FileNotFoundException e) {
            throw new CorruptDataException(path, "", "no such file", "that of an output with --precision=int8", e);
        }
    }
}
