package dev.embeam.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

/** The REST endpoint of a cluster, as a user's program speaks to it. */
final class FlinkRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "embeam-boundary";
    private static final List<String> ENDED = List.of("FINISHED", "FAILED", "CANCELED");

    private final String endpoint;
    private final HttpClient http = HttpClient.newHttpClient();

    FlinkRest(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Uploads a jar; gives its id. */
    String upload(Path jar) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
        HttpRequest request = request("/jars/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> parts(head, jar)))
                .build();
        String path = send(request, 200).path("filename").asText();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Runs a program of an uploaded jar; gives the answer, which is an error with this status otherwise. */
    JsonNode run(String jarId, String mainClass, List<String> arguments, int expectedStatus) {
        ObjectNode body = JSON.createObjectNode().put("entryClass", mainClass);
        arguments.forEach(body.putArray("programArgsList")::add);
        return send(
                request("/jars/" + jarId + "/run")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                expectedStatus);
    }

    JsonNode get(String path) {
        return send(request(path).GET().build(), 200);
    }

    /** Id of a job that has not ended, if there is one. */
    Optional<String> runningJob() {
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            if (!ENDED.contains(job.path("state").asText())) {
                return Optional.of(job.path("jid").asText());
            }
        }
        return Optional.empty();
    }

    /** How a job stands. */
    String state(String job) {
        return get("/jobs/" + job + "/status").path("status").asText();
    }

    /** Waits for the end of a job; gives how it ended. */
    String end(String job) {
        return Wait.until("job " + job + " ends", () -> Optional.of(state(job)).filter(ENDED::contains));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + endpoint + path));
    }

    private JsonNode send(HttpRequest request, int expectedStatus) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as("%s: %s", request.uri(), response.body())
                    .isEqualTo(expectedStatus);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream parts(String head, Path jar) {
        try {
            Enumeration<InputStream> all = new Vector<>(
                            List.of(bytes(head), Files.newInputStream(jar), bytes("\r\n--" + BOUNDARY + "--\r\n")))
                    .elements();
            return new SequenceInputStream(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
