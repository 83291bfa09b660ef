package dev.embeam.transform.classify;

import dev.embeam.classify.LabelPredictor;
import dev.embeam.fasttext.FastTextReader;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.storage.BeamFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which classifier of fastText a run uses: what travels to workers in place of the model. All users of a run in one JVM share
 * one copy, which goes when none holds it any more.
 *
 * @param path of the {@code .bin} or {@code .ftz} file on any of Beam's file systems
 * @param runId the run
 */
public record PredictorSource(String path, String runId) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Map<PredictorSource, WeakReference<LabelPredictor>> SHARED = new HashMap<>();

    /**
     * The classifier, read at the first call in this JVM.
     *
     * @throws CorruptDataException if the file is missing or damaged
     * @throws IllegalArgumentException if it is no classifier
     */
    public LabelPredictor get() {
        synchronized (SHARED) {
            WeakReference<LabelPredictor> reference = SHARED.get(this);
            @Nullable LabelPredictor shared = reference == null ? null : reference.get();
            if (shared == null) {
                shared = read();
                SHARED.values().removeIf(other -> other.get() == null);
                SHARED.put(this, new WeakReference<>(shared));
            }
            return shared;
        }
    }

    private LabelPredictor read() {
        try (SeekableByteChannel channel = new BeamFiles().open(path)) {
            return LabelPredictor.of(FastTextReader.read(channel, path));
        } catch (FileNotFoundException missing) {
            throw new CorruptDataException(path, "", "no such file", "a classifier of fastText", missing);
        } catch (IOException broken) {
            throw new CorruptDataException(
                    path, "", "not readable (" + broken.getMessage() + ")", "a classifier of fastText", broken);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(path + ": " + unfit.getMessage(), unfit);
        }
    }
}
