package dev.embeam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.embeam.schema.Comparison;
import dev.embeam.schema.EvaluationReport;
import dev.embeam.schema.Interval;
import dev.embeam.schema.MeasureValue;
import dev.embeam.schema.SystemName;
import dev.embeam.schema.SystemReport;
import dev.embeam.schema.Task;
import dev.embeam.schema.Warning;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportsTest {
    private static final String EVIL = "<script>alert('1')</script> & \"x\" | *y* `z` [a](b)";
    private static final SystemName A = SystemName.of("a");
    private static final SystemName B = SystemName.of("b").with(SystemName.DIMS, 64);
    private static final SystemName C = SystemName.of("c");

    private static SystemReport system(SystemName name, double score) {
        MeasureValue value = MeasureValue.of("jmteb:ndcg@10", score, new Interval(score - 0.02, score + 0.02));
        return new SystemReport(name, "cosine_similarity", Map.of(), List.of(value), Map.of());
    }

    private static EvaluationReport report(Task task, String dataset, SystemReport... systems) {
        return new EvaluationReport(
                task,
                dataset,
                "jmteb:ndcg@10",
                1_234,
                List.of(systems),
                List.of(
                        new Comparison(A, B, "jmteb:ndcg@10", -0.1, 0.2, 0.4),
                        new Comparison(A, C, "jmteb:ndcg@10", 0.1, 0.001, 0.9),
                        new Comparison(C, B, "jmteb:ndcg@10", -0.2, 0.001, 0.001)),
                List.of(new Warning("equal-scores", 7, "first " + EVIL)),
                Map.of("seed", "42"));
    }

    private static final EvaluationReport SMALL =
            report(Task.RETRIEVAL, "faq", system(A, 0.5), system(B, 0.6), system(C, 0.4));

    private static void assertWellFormed(String svg) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void theBestStandsFirstAndThoseLevelWithItAreMarked() {
        Table table = ScoreTables.dataset(SMALL);
        assertThat(table.rows().stream().map(row -> row.get(0).text())).containsExactly("b", "a", "c");
        assertThat(table.rows().stream().map(row -> row.get(1).mark()))
                .containsExactly(Cell.Mark.BEST, Cell.Mark.LEVEL, Cell.Mark.NONE);
    }

    @Test
    void aPartOfTheCollectionIsNeverTheBest() {
        EvaluationReport report = report(
                Task.RETRIEVAL,
                "faq",
                system(A.with(SystemName.SHARE, 0.1), 0.9),
                system(A.with(SystemName.SHARE, "1.0"), 0.5));
        Table table = ScoreTables.dataset(report);
        assertThat(table.rows().stream().map(row -> row.get(1).text())).containsExactly("0.5000", "0.9000");
        assertThat(table.rows().get(0).get(1).mark()).isEqualTo(Cell.Mark.BEST);
        assertThat(table.rows().get(0).get(0).detail()).isEmpty();
        assertThat(table.rows().get(1).get(0).detail()).isEqualTo("share 0.1");
    }

    @Test
    void averagesAreMicroAndMacroByName() {
        BenchmarkReport benchmark = new BenchmarkReport(
                "three sets",
                List.of(
                        report(Task.RETRIEVAL, "one", system(A, 0.2), system(C, 0.3)),
                        report(Task.RETRIEVAL, "two", system(A, 0.4)),
                        report(Task.STS, "three", system(A.with(SystemName.SHARE, 1), 0.9), system(C, 0.5))));
        Scoreboard scores = new Scoreboard(benchmark);
        assertThat(scores.micro(A).orElseThrow().value()).isEqualTo(0.5);
        assertThat(scores.macro(A).orElseThrow().value()).isEqualTo((0.3 + 0.9) / 2, offset(1e-15));
        assertThat(scores.micro(C)).isEmpty();
        assertThat(scores.task(C, Task.STS)).isPresent();
        // Three independent errors of 0.02: 0.02 * sqrt(3) / 3.
        assertThat(scores.micro(A).orElseThrow().confidence().high() - 0.5)
                .isEqualTo(0.02 / Math.sqrt(3), offset(1e-12));
        Table table = ScoreTables.averages(scores);
        assertThat(table.columns().stream().map(Table.Column::name))
                .containsExactly("System", "Micro average", "Macro average", "Retrieval", "STS", "Data sets");
        assertThat(table.rows().get(1).get(1)).isEqualTo(Cell.EMPTY);
    }

    @Test
    void aTextForATerminalKeepsToItsWidth() {
        EvaluationReport japanese = report(
                Task.STS,
                "文".repeat(80),
                system(SystemName.of("静的埋め込み".repeat(9)).with("dims", 64), 0.5),
                system(A, 0.1));
        for (EvaluationReport report : List.of(
                SMALL,
                japanese,
                MadeUpBenchmark.sixModelsOverSixteenSets().evaluations().get(0))) {
            assertThat(TextReport.of(report).lines())
                    .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(TextReport.WIDTH));
        }
        assertThat(TextReport.of(SMALL)).contains("""
                System        jmteb:ndcg@10  Chosen
                b dims 64  * 0.6000 ±0.0200  cosine_similarity
                a          = 0.5000 ±0.0200  cosine_similarity
                c            0.4000 ±0.0200  cosine_similarity
                """).contains("warning: equal scores (7): first <script>");
    }

    @Test
    void markdownShowsTextsAsTheyAre() {
        String text = MarkdownReport.of(report(Task.RETRIEVAL, EVIL, system(SystemName.of(EVIL), 0.5)));
        assertThat(text)
                .doesNotContainPattern("[^\\\\]<script")
                .contains("\\<script>", "\\| \\*y\\* \\`z\\` \\[a\\](b)");
        assertThat(text).contains("**0.5000** ±0.0200");
        assertThat(MarkdownReport.of(SMALL)).contains("| a | 0.5000 = ±0.0200 | cosine_similarity |");
    }

    @Test
    void thePageShowsTextsAsTheyAre() {
        BenchmarkReport benchmark = new BenchmarkReport(
                EVIL,
                List.of(
                        report(Task.RETRIEVAL, EVIL, system(SystemName.of(EVIL), 0.5), system(A, 0.4)),
                        report(Task.RETRIEVAL, "two", system(SystemName.of(EVIL), 0.5), system(A, 0.4))));
        String page = HtmlReport.of(benchmark);
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(&#39;1&#39;)");
        assertThat(page).containsOnlyOnce("<script>").containsOnlyOnce("<style>");
    }

    @Test
    void everyWarningStandsInTheListOfItsDataSet() {
        String page = HtmlReport.of(new BenchmarkReport("one", List.of(SMALL)));
        assertThat(page).contains("<summary>faq (Retrieval): 1 warning</summary>\n<ul>\n<li>");
        for (String tag : List.of("details", "summary", "ul", "li", "section")) {
            assertThat(page.split("<" + tag + "\\b", -1)).hasSameSizeAs(page.split("</" + tag + ">", -1));
        }
    }

    @Test
    void thePageNeedsNothingBesideIt() {
        String page = HtmlReport.of(MadeUpBenchmark.sixModelsOverSixteenSets());
        assertThat(page).doesNotContain("http:", "https:", "src=", "<link", "@import", "url(");
        assertThat(page).contains("id=\"width\"", "id=\"max-tokens\"", "id=\"collection-size\"", "id=\"warnings\"");
        assertThat(page).contains("prefers-color-scheme", "@media print", "aria-sort=\"descending\"");
        assertThat(page).isEqualTo(HtmlReport.of(MadeUpBenchmark.sixModelsOverSixteenSets()));
    }

    @Test
    void everyPlotIsWellFormedAndInsideItsFrame() throws Exception {
        String page = HtmlReport.of(MadeUpBenchmark.sixModelsOverSixteenSets());
        Matcher svgs = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (svgs.find()) {
            count++;
            assertWellFormed(svgs.group());
            Matcher coordinates = Pattern.compile(" c?[xy][12]?=\"([^\"]*)\"").matcher(svgs.group());
            while (coordinates.find()) {
                assertThat(Double.parseDouble(coordinates.group(1))).isBetween(0.0, DotPlot.WIDTH);
            }
        }
        // 7 of scores, 6 + 2 of widths, 6 + 1 of lengths, 6 of shares.
        assertThat(count).isEqualTo(28);
    }

    @Test
    void plotsAreThereOnlyWhereASettingWasVaried() {
        String page = HtmlReport.of(new BenchmarkReport("one", List.of(SMALL)));
        assertThat(page).doesNotContain("id=\"width\"", "id=\"max-tokens\"", "id=\"collection-size\"");
        assertThat(HtmlReport.of(new BenchmarkReport("none", List.of()))).doesNotContain("<svg", "<table");
        assertThat(MarkdownReport.of(new BenchmarkReport("none", List.of()))).startsWith("# none\n");
    }

    @Test
    void aSweepVariesOneSettingOfTheFullestSystem() {
        SystemName wide = SystemName.of("m").with(SystemName.DIMS, 256);
        SystemName narrow = SystemName.of("m").with(SystemName.DIMS, 64);
        List<SystemName> systems = List.of(
                narrow,
                wide,
                wide.with(SystemName.MAX_TOKENS, 32),
                wide.with(SystemName.MAX_TOKENS, 8),
                wide.with(SystemName.SHARE, 0.1),
                SystemName.of("bm25"));
        assertThat(Sweep.of(systems, SystemName.DIMS)).containsExactly(new Sweep("m", List.of(narrow, wide)));
        assertThat(Sweep.of(systems, SystemName.MAX_TOKENS))
                .containsExactly(new Sweep(
                        "m", List.of(wide.with(SystemName.MAX_TOKENS, 8), wide.with(SystemName.MAX_TOKENS, 32), wide)));
        assertThat(Sweep.of(systems, SystemName.SHARE))
                .containsExactly(new Sweep("m", List.of(wide.with(SystemName.SHARE, 0.1), wide)));
        assertThat(Sweep.of(systems, SystemName.PRECISION)).isEmpty();
    }

    @Test
    void lengthsAreComparedWithTheLargest() {
        Table table = ScoreTables.lengths(new Scoreboard(MadeUpBenchmark.sixModelsOverSixteenSets()));
        assertThat(table.rows()).hasSize(5);
        assertThat(table.rows().get(0).get(1).text()).isEqualTo("32");
        assertThat(table.rows().get(4).get(1).text()).isEqualTo("no limit");
        assertThat(table.rows().get(4).get(5).text()).isEqualTo("1.00");
        assertThat(table.rows().get(0).get(5).order()).isBetween(0.0, 1.0);
    }

    @Test
    void quantitiesHaveThreeDigitsThatCount() {
        assertThat(List.of(
                        Numbers.quantity(1024),
                        Numbers.quantity(12.345),
                        Numbers.quantity(0.001234),
                        Numbers.quantity(0),
                        Numbers.quantity(1e-9)))
                .containsExactly("1,024", "12.3", "0.00123", "0", "1.00e-09");
    }
}
