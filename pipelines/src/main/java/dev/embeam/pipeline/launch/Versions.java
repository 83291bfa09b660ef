package dev.embeam.pipeline.launch;

import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.util.ReleaseInfo;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** Versions of the programs that take part in a run, as a manifest records them. */
public final class Versions {
    private Versions() {}

    /** Name of each program and its version. */
    public static Map<String, String> all() {
        return Map.of(
                "embeam",
                        Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                                .orElse("unpackaged"),
                "beam", ReleaseInfo.getReleaseInfo().getVersion(),
                "flink", EnvironmentInformation.getVersion(),
                "java", Runtime.version().toString());
    }
}
