package dev.embeam.transform.classify;

import dev.embeam.classify.LabelStage;
import java.io.Serializable;

/** What opens a stage on a worker; large parts of it are shared within a JVM. */
@FunctionalInterface
public interface StageSource extends Serializable {
    /** A stage for one thread. */
    LabelStage open();
}
