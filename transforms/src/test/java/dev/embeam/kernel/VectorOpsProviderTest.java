package dev.embeam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorOpsProviderTest {
    @Test
    void runWithTheVectorModuleUsesVectors() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector"))
                .as("tests run with --add-modules jdk.incubator.vector")
                .isPresent();
        assertThat(VectorKernels.provider()).startsWith("simd-");
    }

    @Test
    void propertyForcesEither() {
        assertThat(VectorOpsProvider.choose("scalar").name()).isEqualTo("scalar");
        assertThat(VectorOpsProvider.choose("simd").name()).startsWith("simd-");
    }

    @Test
    void unknownChoiceIsRefused() {
        assertThatThrownBy(() -> VectorOpsProvider.choose("gpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embeam.kernel")
                .hasMessageContaining("gpu");
    }
}
