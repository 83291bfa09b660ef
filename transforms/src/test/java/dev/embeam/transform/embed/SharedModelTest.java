package dev.embeam.transform.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.FixtureModel;
import dev.embeam.model.ModelSettings;
import dev.embeam.model.StaticModel;
import dev.embeam.model.TextEncoder;
import dev.embeam.schema.CorruptDataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedModelTest {
    @TempDir
    Path folder;

    @Test
    void usersOfOneSourceShareOneModelUntilTheLastLeaves() {
        ModelSource source = source();
        SharedModel first = SharedModel.acquire(source);
        SharedModel second = SharedModel.acquire(ModelSource.of(source.location()));
        TextEncoder model = first.get();
        assertThat(second.get()).isSameAs(model);
        first.release();
        assertThat(SharedModel.users(source)).isEqualTo(1);
        assertThat(second.get()).isSameAs(model);
        second.release();
        assertThat(SharedModel.users(source)).isZero();
        SharedModel later = SharedModel.acquire(source);
        assertThat(later.get()).isNotSameAs(model);
        later.release();
    }

    @Test
    void otherSettingsAreAnotherModel() {
        SharedModel whole = SharedModel.acquire(source());
        SharedModel narrow = SharedModel.acquire(
                source().withSettings(ModelSettings.defaults().withDims(1)));
        assertThat(whole.get().dim()).isEqualTo(2);
        assertThat(narrow.get().dim()).isEqualTo(1);
        whole.release();
        narrow.release();
    }

    @Test
    void manyThreadsReadTheModelOnce() throws Exception {
        ModelSource source = source();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<TextEncoder>> models = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                models.add(threads.submit(() -> SharedModel.acquire(source).get()));
            }
            TextEncoder first = models.get(0).get();
            for (Future<TextEncoder> model : models) {
                assertThat(model.get()).isSameAs(first);
            }
            assertThat(SharedModel.users(source)).isEqualTo(32);
        } finally {
            threads.shutdown();
            SharedModel shared = SharedModel.acquire(source);
            while (SharedModel.users(source) > 0) {
                shared.release();
            }
        }
    }

    @Test
    void failedReadCanBeTriedAgain() throws Exception {
        ModelSource source = source();
        Path weights = folder.resolve("0_StaticEmbedding/model.safetensors");
        byte[] good = Files.readAllBytes(weights);
        Files.write(weights, new byte[3]);
        SharedModel shared = SharedModel.acquire(source);
        assertThatThrownBy(shared::get).isInstanceOf(CorruptDataException.class);
        Files.write(weights, good);
        assertThat(shared.get().dim()).isEqualTo(2);
        shared.release();
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
