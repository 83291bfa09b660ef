package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.PrintedNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordsTest {
    private static final String PROMPT = "Query word? ";

    @ParameterizedTest
    @ValueSource(strings = {"sg.bin", "cbow.bin", "sup.bin", "sup-qnorm.ftz"})
    void neighborsArePrintedAsTheToolDoes(String name) throws IOException {
        NearestWords words = new NearestWords(GoldenModels.read(name));
        List<String> printed = new ArrayList<>();
        for (String query : Files.readAllLines(GoldenModels.path("inputs/nn.txt"))) {
            printed.addAll(printed(words.nearest(query, 5)));
        }
        List<String> expected = Files.readAllLines(GoldenModels.path("expected/" + name + ".nn5.txt")).stream()
                .map(line -> line.replace(PROMPT, ""))
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(printed).hasSizeGreaterThanOrEqualTo(5).isEqualTo(expected);
    }

    @Test
    void analogiesArePrintedAsTheToolDoes() throws IOException {
        NearestWords words = new NearestWords(GoldenModels.read("sg.bin"));
        List<String> printed = new ArrayList<>();
        for (String query : Files.readAllLines(GoldenModels.path("inputs/analogies.txt"))) {
            List<String> three = Pattern.compile(" ").splitAsStream(query).toList();
            printed.addAll(printed(words.analogies(three.get(0), three.get(1), three.get(2), 3)));
        }
        List<String> expected = Files.readAllLines(GoldenModels.path("expected/sg.bin.analogies3.txt")).stream()
                .filter(line -> !line.startsWith("Loading"))
                .map(line -> line.replace("Query triplet (A - B + C)? ", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(expected).hasSize(9);
        assertThat(printed).isEqualTo(expected);
    }

    @Test
    void moreNeighborsThanWordsAreAllWords() throws IOException {
        FastTextModel model = GoldenModels.read("sg.bin");
        NearestWords words = new NearestWords(model);
        assertThat(words.nearest("rain", Integer.MAX_VALUE))
                .hasSize(model.dictionary().words() - 1);
    }

    @Test
    void noNeighborsAreRefused() throws IOException {
        NearestWords words = new NearestWords(GoldenModels.read("sg.bin"));
        assertThatThrownBy(() -> words.nearest("rain", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    private static List<String> printed(List<NearestWords.Neighbor> neighbors) {
        return neighbors.stream()
                .map(neighbor -> neighbor.word() + " " + PrintedNumber.of(neighbor.cosine(), 6))
                .toList();
    }
}
