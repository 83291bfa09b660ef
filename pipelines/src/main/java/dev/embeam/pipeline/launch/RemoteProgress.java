package dev.embeam.pipeline.launch;

import dev.embeam.progress.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.beam.runners.flink.FlinkPipelineOptions;

/**
 * How far a job on a cluster has come: what the workers that read have counted, asked of the JobManager once a second. A
 * question that is not answered leaves the last answer standing, since the job goes on without us.
 */
final class RemoteProgress implements JobProgress {
    private static final long PERIOD_MILLIS = 1000;

    private final FlinkCluster cluster;
    private final String jobName;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(RemoteProgress::daemon);
    private final Map<String, String> metricNames = new HashMap<>();
    private Optional<String> job = Optional.empty();
    private volatile Advance advance = Advance.NONE;

    private RemoteProgress(FlinkCluster cluster, String jobName) {
        this.cluster = cluster;
        this.jobName = jobName;
        clock.scheduleWithFixedDelay(this::ask, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Starts asking after the job of these options, which need not run yet. */
    static RemoteProgress of(FlinkPipelineOptions options) {
        return new RemoteProgress(FlinkCluster.at(options.getFlinkMaster()), options.getJobName());
    }

    @Override
    public Advance advance() {
        return advance;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void ask() {
        try {
            job = job.isPresent() ? job : cluster.job(jobName);
            if (job.isPresent()) {
                advance = ask(job.get());
            }
        } catch (IOException e) {
            // The next question may be answered.
        }
    }

    private Advance ask(String id) throws IOException {
        long documents = 0;
        long bytes = 0;
        for (String source : cluster.sources(id)) {
            documents += sum(id, source, Progress.DOCUMENTS_READ);
            bytes += sum(id, source, Progress.BYTES_READ);
        }
        return new Advance(documents, bytes);
    }

    /** A step's metrics have names only once it runs. */
    private long sum(String id, String source, String counter) throws IOException {
        String key = source + counter;
        if (!metricNames.containsKey(key)) {
            List<String> found = cluster.metrics(id, source, counter);
            if (found.isEmpty()) {
                return 0;
            }
            metricNames.put(key, found.get(0));
        }
        return cluster.sum(id, source, metricNames.get(key));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "cluster-progress");
        thread.setDaemon(true);
        return thread;
    }
}
