package dev.embeam.pipeline.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    @Test
    void tellsDocumentsSpeedShareAndTimeLeft() {
        assertThat(ProgressLine.describe(951_006, 50, 200, 10))
                .isEqualTo("951,006 documents, 95,101 documents/s, 25.0 % of the input, 0:30 left");
    }

    @Test
    void promisesNoTimeBeforeAnythingIsRead() {
        assertThat(ProgressLine.describe(0, 0, 200, 1)).endsWith("0.0 % of the input, - left");
        assertThat(ProgressLine.describe(0, 0, 0, 1)).endsWith("0.0 % of the input, - left");
    }

    @Test
    void promisesNoEndOnceAllIsRead() {
        assertThat(ProgressLine.describe(24_760, 200, 200, 75))
                .isEqualTo("24,760 documents, all of the input is read, 1:15 so far");
    }

    @Test
    void noneWritesNothing() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, true);
        try (ProgressLine line = ProgressLine.start(() -> Advance.NONE, 1, terminal, ProgressMode.NONE)) {
            assertThat(line).isNotNull();
        }
        assertThat(written.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", ""))
                .isEmpty();
    }
}
