package dev.embeam.transform.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.StaticModel;
import dev.embeam.model.TextEncoder;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.sharing.Lease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedModelTest {
    @TempDir
    Path folder;

    @Test
    void usersOfOneSourceShareOneModelUntilTheLastLeaves() {
        ModelSource source = source();
        Lease<TextEncoder> first = ModelSource.SHARED.acquire(source);
        Lease<TextEncoder> second = ModelSource.SHARED.acquire(ModelSource.of(source.location()));
        TextEncoder model = first.get();
        assertThat(second.get()).isSameAs(model);
        first.close();
        assertThat(ModelSource.SHARED.users(source)).isEqualTo(1);
        assertThat(second.get()).isSameAs(model);
        second.close();
        assertThat(ModelSource.SHARED.users(source)).isZero();
        Lease<TextEncoder> later = ModelSource.SHARED.acquire(source);
        assertThat(later.get()).isNotSameAs(model);
        later.close();
    }

    @Test
    void otherSettingsAreAnotherModel() {
        Lease<TextEncoder> whole = ModelSource.SHARED.acquire(source());
        Lease<TextEncoder> narrow = ModelSource.SHARED.acquire(
                source().withSettings(ModelSettings.defaults().withDims(1)));
        assertThat(whole.get().dim()).isEqualTo(2);
        assertThat(narrow.get().dim()).isEqualTo(1);
        whole.close();
        narrow.close();
    }

    @Test
    void manyThreadsReadTheModelOnce() throws Exception {
        ModelSource source = source();
        List<Lease<TextEncoder>> leases = Stream.generate(() -> ModelSource.SHARED.acquire(source))
                .limit(32)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<TextEncoder>> models = new ArrayList<>();
            leases.forEach(lease -> models.add(threads.submit(lease::get)));
            TextEncoder first = models.get(0).get();
            for (Future<TextEncoder> model : models) {
                assertThat(model.get()).isSameAs(first);
            }
            assertThat(ModelSource.SHARED.users(source)).isEqualTo(32);
        } finally {
            threads.shutdown();
            leases.forEach(Lease::close);
        }
        assertThat(ModelSource.SHARED.users(source)).isZero();
    }

    @Test
    void aLeaseThatIsClosedTwiceCountsOnce() {
        ModelSource source = source();
        Lease<TextEncoder> kept = ModelSource.SHARED.acquire(source);
        Lease<TextEncoder> closed = ModelSource.SHARED.acquire(source);
        closed.close();
        closed.close();
        assertThat(ModelSource.SHARED.users(source)).isEqualTo(1);
        kept.close();
    }

    @Test
    void failedReadCanBeTriedAgain() throws Exception {
        ModelSource source = source();
        Path weights = folder.resolve("0_StaticEmbedding/model.safetensors");
        byte[] good = Files.readAllBytes(weights);
        Files.write(weights, new byte[3]);
        Lease<TextEncoder> shared = ModelSource.SHARED.acquire(source);
        assertThatThrownBy(shared::get).isInstanceOf(CorruptDataException.class);
        Files.write(weights, good);
        assertThat(shared.get().dim()).isEqualTo(2);
        shared.close();
    }

    @Test
    void folderOfAFileSystemOfBeamIsReadLikeALocalOne() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("a model [1] {x}"));
        String path = FixtureModel.sentenceTransformers(odd, true).toString();
        ModelSettings settings = ModelSettings.defaults();
        assertThat(ModelSource.of(path + "/").load().fingerprint())
                .isEqualTo(StaticModel.load(odd, settings).fingerprint());
        assertThat(new BeamModelFolder(path).exists("config.json")).isFalse();
        assertThat(new BeamModelFolder(path).exists("modules.json")).isTrue();
    }

    @Test
    void emptyPathIsRefused() {
        assertThatThrownBy(() -> ModelSource.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private ModelSource source() {
        return ModelSource.of(FixtureModel.sentenceTransformers(folder, false).toString());
    }
}
