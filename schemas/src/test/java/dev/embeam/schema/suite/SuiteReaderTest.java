package dev.embeam.schema.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Task;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteReaderTest {
    private static final String SUITE = """
            name: small
            models: [ja-static-256, bm25]
            dims: [256, 64]
            collectionShares: [0.01, 1]
            flags: {chunk: 10}
            datasets:
              - name: jsquad
                task: Retrieval
                corpus: [jsquad/a.jsonl.gz, jsquad/b.jsonl.gz]
                test: jsquad/valid.jsonl.gz
                analysis: japanese
              - name: jsts
                task: STS
                validation: jsts/train.jsonl.gz
                test: jsts/valid.jsonl
                models: other
                dims: 32
                flags: {chunk: 20, fast: true}
            """;

    @Test
    void aDataSetHasTheSettingsOfTheSuiteWhereItHasNoneOfItsOwn() {
        Suite suite = SuiteReader.read(SUITE, "suite.yaml");
        assertThat(suite.name()).isEqualTo("small");
        SuiteDataset jsquad = suite.datasets().get(0);
        assertThat(jsquad.task()).isEqualTo(Task.RETRIEVAL);
        assertThat(jsquad.files(SuiteFile.CORPUS)).containsExactly("jsquad/a.jsonl.gz", "jsquad/b.jsonl.gz");
        assertThat(jsquad.files(SuiteFile.VALIDATION)).isEmpty();
        assertThat(jsquad.settings().values(SuiteSetting.MODELS)).containsExactly("ja-static-256", "bm25");
        assertThat(jsquad.settings().values(SuiteSetting.COLLECTION_SHARES)).containsExactly("0.01", "1");
        assertThat(jsquad.settings().flags()).containsEntry("chunk", "10").hasSize(1);
        SuiteDataset jsts = suite.datasets().get(1);
        assertThat(jsts.position()).isEqualTo("datasets[1]");
        assertThat(jsts.settings().values(SuiteSetting.MODELS)).containsExactly("other");
        assertThat(jsts.settings().values(SuiteSetting.DIMS)).containsExactly("32");
        assertThat(jsts.settings().flags()).containsEntry("chunk", "20").containsEntry("fast", "true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dims: [256, 64]       | dims: [256, all]     | suite.yaml, dims[1]: "all"; expected a list of numbers
            dims: [256, 64]       | dimensions: 64       | suite.yaml, dimensions: unknown key; expected one of [
            flags: {chunk: 10}    | flags: {chunk: [1]}  | suite.yaml, flags.chunk: [1]; expected a text or a number
            flags: {chunk: 10}    | name: again          | suite.yaml, line 5: not YAML (Duplicate field 'name')
            task: STS             | task: Similarity     | suite.yaml, datasets[1].task: task is "Similarity"; expected one
            validation: jsts      | train: jsts          | suite.yaml, datasets[1].train: unknown key; expected one of [
            dims: 32              | layout: jqara        | suite.yaml, datasets[1].layout: unknown key; expected one of [
            test: jsquad          | validation: jsquad   | suite.yaml, datasets[0].test: missing; expected a value
            analysis: japanese    | analysis: [japanese] | suite.yaml, datasets[0].analysis: ["japanese"]; expected a text
            name: jsts            | name: a/b            | suite.yaml, datasets[1].name: "a/b"; expected letters
            models: [ja-static-256, bm25] | seeds: 3     | suite.yaml, datasets[0].models: missing; expected names of models
            """)
    void whatIsWrongIsToldByItsPath(String right, String wrong, String message) {
        String text = SUITE.replaceFirst(Pattern.quote(right), wrong);
        assertThat(text).isNotEqualTo(SUITE);
        assertThatThrownBy(() -> SuiteReader.read(text, "suite.yaml"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNoSuiteIsTold() {
        assertThatThrownBy(() -> SuiteReader.read("", "s.yaml")).hasMessage("s.yaml: empty; expected keys with values");
        assertThatThrownBy(() -> SuiteReader.read("- a", "s.yaml"))
                .hasMessage("s.yaml: [\"a\"]; expected keys with values");
        assertThatThrownBy(() -> SuiteReader.read("name: x\ndatasets: []", "s.yaml"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("no data set");
        assertThatThrownBy(() -> SuiteReader.read("name: [x\n", "s.yaml"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("s.yaml, line ");
        String twice = SUITE + SUITE.substring(SUITE.indexOf("  - name: jsts"));
        assertThatThrownBy(() -> SuiteReader.read(twice, "s.yaml"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("\"jsts\" twice for STS");
    }

    @Test
    void namesOfSettingsAreInCamelCase() {
        assertThat(List.of(SuiteSetting.MAX_TOKENS.label(), SuiteSetting.DIMS.label()))
                .containsExactly("maxTokens", "dims");
    }
}
