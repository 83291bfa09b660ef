package dev.embeam.pipeline.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** What the REST endpoint of a cluster's JobManager tells of the cluster and its jobs. */
final class FlinkCluster {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String master;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private FlinkCluster(String master) {
        this.master = master;
    }

    /** The cluster whose JobManager answers there: {@code host:port}. */
    static FlinkCluster at(String master) {
        return new FlinkCluster(master);
    }

    /** Classes of two minor versions do not understand each other's jobs, and say so in ways nobody understands. */
    void requireVersionOfThisBuild() {
        String theirs = require("/config").path("flink-version").asText();
        String ours = EnvironmentInformation.getVersion();
        if (!minor(theirs).equals(minor(ours))) {
            throw new IllegalArgumentException("the cluster at " + master + " runs Flink " + theirs + "; expected "
                    + minor(ours) + ", the version of this build; the Maven profile flink-1.19 builds for 1.19");
        }
    }

    /** Slots of all its TaskManagers, at least 1. */
    int slots() {
        return Math.max(1, require("/overview").path("slots-total").asInt());
    }

    /** Id of the job of this name that was started last. */
    Optional<String> job(String name) throws IOException {
        return elements(get("/jobs/overview").path("jobs")).stream()
                .filter(job -> job.path("name").asText().equals(name))
                .max(Comparator.comparingLong(job -> job.path("start-time").asLong()))
                .map(job -> job.path("jid").asText());
    }

    /** The steps of a job that read its input. */
    List<String> sources(String job) throws IOException {
        return elements(get("/jobs/" + job).path("vertices")).stream()
                .filter(vertex -> vertex.path("name").asText().contains("DataSource"))
                .map(vertex -> vertex.path("id").asText())
                .toList();
    }

    /** Full names of those metrics of a step that end like this. */
    List<String> metrics(String job, String step, String ending) throws IOException {
        return elements(get(metricsOf(job, step))).stream()
                .map(metric -> metric.path("id").asText())
                .filter(id -> id.endsWith(ending))
                .toList();
    }

    /** Sum of a metric over the parallel parts of a step. */
    long sum(String job, String step, String metric) throws IOException {
        String name = URLEncoder.encode(metric, StandardCharsets.UTF_8);
        return elements(get(metricsOf(job, step) + "?agg=sum&get=" + name)).stream()
                .mapToLong(found -> (long) found.path("sum").asDouble())
                .sum();
    }

    private static String metricsOf(String job, String step) {
        return "/jobs/" + job + "/vertices/" + step + "/subtasks/metrics";
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        StreamSupport.stream(array.spliterator(), false).forEach(elements::add);
        return elements;
    }

    private static String minor(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    private JsonNode require(String path) {
        try {
            return get(path);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "no Flink cluster answers at \"" + master + "\" (" + e
                            + "); expected host:port of a JobManager's REST endpoint, such as localhost:8081",
                    e);
        }
    }

    private JsonNode get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + master + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("answer " + response.statusCode() + " to " + path);
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
