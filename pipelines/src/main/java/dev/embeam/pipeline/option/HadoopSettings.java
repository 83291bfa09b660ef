package dev.embeam.pipeline.option;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.Configuration;

/** What a user says of Hadoop. */
public final class HadoopSettings {
    private HadoopSettings() {}

    /**
     * The settings of {@code --hdfsConfiguration}, or of the files in the folders that {@code HADOOP_CONF_DIR} and
     * {@code YARN_CONF_DIR} name; without Hadoop's defaults. A table takes them along to the workers.
     */
    public static Map<String, String> of(PipelineOptions options) {
        List<Configuration> given = options.as(HadoopFileSystemOptions.class).getHdfsConfiguration();
        Map<String, String> settings = new TreeMap<>();
        for (Configuration configuration : given == null ? List.<Configuration>of() : given) {
            configuration.forEach(entry -> {
                if (!isDefault(configuration, entry.getKey())) {
                    settings.put(entry.getKey(), entry.getValue());
                }
            });
        }
        return settings;
    }

    private static boolean isDefault(Configuration configuration, String key) {
        String[] sources = configuration.getPropertySources(key);
        return sources != null
                && sources.length > 0
                && Stream.of(sources).allMatch(name -> name.endsWith("-default.xml"));
    }
}
