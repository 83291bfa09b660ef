package dev.embeam.pipeline.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers as a JobManager of Flink 1.18 gives them. */
class FlinkClusterTest {
    private static final String METRICS = "/jobs/j2/vertices/v1/subtasks/metrics";

    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "/config",
            "{\"flink-version\": \"1.17.2\"}",
            "/overview",
            "{\"slots-total\": 4}",
            "/jobs/overview",
            "{\"jobs\": [{\"jid\": \"j1\", \"name\": \"mine\", \"start-time\": 1},"
                    + " {\"jid\": \"j2\", \"name\": \"mine\", \"start-time\": 2},"
                    + " {\"jid\": \"j3\", \"name\": \"other\", \"start-time\": 3}]}",
            "/jobs/j2",
            "{\"vertices\": [{\"id\": \"v1\", \"name\": \"DataSource (at Read) -> FlatMap\"},"
                    + " {\"id\": \"v2\", \"name\": \"GroupReduce\"}]}",
            METRICS,
            "[{\"id\": \"Read.embeam.documentsRead\"}, {\"id\": \"Read.embeam.bytesRead\"}]",
            METRICS + "?agg=sum&get=Read.embeam.documentsRead",
            "[{\"id\": \"Read.embeam.documentsRead\", \"sum\": 1200.0}]",
            METRICS + "?agg=sum&get=Read.embeam.bytesRead",
            "[{\"id\": \"Read.embeam.bytesRead\", \"sum\": 3.4E7}]"));

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String answer = answers.get(exchange.getRequestURI().toString());
            byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aClusterOfAnotherVersionIsRefused() {
        assertThatThrownBy(() -> cluster().requireVersionOfThisBuild())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(master(), "runs Flink 1.17.2; expected 1.1");
    }

    @Test
    void slotsAreThoseOfAllTaskManagers() {
        assertThat(cluster().slots()).isEqualTo(4);
        answers.put("/overview", "{\"slots-total\": 0}");
        assertThat(cluster().slots()).isEqualTo(1);
    }

    @Test
    void progressIsWhatTheReadersOfTheNewestJobOfThatNameHaveCounted() throws Exception {
        FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
        options.setFlinkMaster(master());
        options.setJobName("mine");
        try (RemoteProgress progress = RemoteProgress.of(options)) {
            while (progress.advance().equals(Advance.NONE)) {
                Thread.sleep(10);
            }
            assertThat(progress.advance()).isEqualTo(new Advance(1200, 34_000_000));
        }
    }

    @Test
    void whatIsNoClusterIsToldAsGiven() {
        server.stop(0);
        assertThatThrownBy(() -> cluster().slots())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no Flink cluster answers at \"" + master() + "\"");
        assertThatThrownBy(() -> FlinkCluster.at("not a place").slots())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no Flink cluster answers at \"not a place\"");
    }

    private FlinkCluster cluster() {
        return FlinkCluster.at(master());
    }

    private String master() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }
}
