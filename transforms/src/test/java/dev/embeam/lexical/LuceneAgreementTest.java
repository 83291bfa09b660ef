package dev.embeam.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.QuerySet;
import dev.embeam.schema.RankingBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The same rankings as an index of Lucene gives, over texts so short that its lossy lengths are exact. */
class LuceneAgreementTest {
    /** Lucene stores lengths below 40 as they are. */
    private static final int EXACT_LENGTHS = 40;

    private static final int SHORT = 70;
    private static final int DEPTH = 10;

    @Test
    void japaneseRankingsAreLucenes() throws IOException {
        agree(new JapaneseAnalyzer(), Analysis.JAPANESE);
    }

    @Test
    void englishAnalysisOfJapaneseTextsRanksAsLuceneDoes() throws IOException {
        agree(new EnglishAnalyzer(), Analysis.ENGLISH);
    }

    private static void agree(Analyzer analyzer, Analysis analysis) throws IOException {
        DocumentBatch documents = shortTexts(TestQueries.jsquad(), analysis);
        QuerySet queries = TestQueries.jsquadQueries();
        RankingBlock hits =
                CorpusSearchTest.search(queries, documents, analysis).hits();
        try (Directory directory = new ByteBuffersDirectory()) {
            index(documents, analyzer, directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BM25Similarity());
                for (int q = 0; q < queries.size(); q++) {
                    Query query = query(queries.queries().get(q).text(), analysis);
                    assertSame(queries.queries().get(q).text(), hits, q, searcher, query);
                }
            }
        }
    }

    /** Scores agree rank by rank; documents do too wherever their score differs from their neighbours'. */
    private static void assertSame(String text, RankingBlock hits, int q, IndexSearcher searcher, Query query)
            throws IOException {
        TopDocs expected = searcher.search(query, DEPTH + 1);
        int from = hits.offsets()[q];
        assertThat(hits.hits(q)).as(text).isEqualTo(Math.min(DEPTH, expected.scoreDocs.length));
        for (int i = 0; i < hits.hits(q); i++) {
            float score = expected.scoreDocs[i].score;
            assertThat(hits.scores()[from + i]).as(text).isCloseTo(score, tolerance(score));
            if (!near(expected.scoreDocs, i, i - 1) && !near(expected.scoreDocs, i, i + 1)) {
                String id = searcher.storedFields()
                        .document(expected.scoreDocs[i].doc)
                        .get("id");
                assertThat(hits.documents().get(from + i)).as(text).isEqualTo(id);
            }
        }
    }

    private static boolean near(ScoreDoc[] docs, int i, int neighbour) {
        return neighbour >= 0
                && neighbour < docs.length
                && Math.abs(docs[i].score - docs[neighbour].score) < tolerance(docs[i].score).value;
    }

    /** Lucene adds in single precision. */
    private static Offset<Float> tolerance(float score) {
        return Offset.offset(2e-6f * Math.max(1, score));
    }

    private static DocumentBatch shortTexts(DocumentBatch all, Analysis analysis) {
        TextAnalyser analyser = analysis.newAnalyser();
        List<String> texts = new ArrayList<>();
        int[] length = {0};
        for (int i = 0; i < all.size(); i++) {
            String text = all.texts().get(i);
            String cut = text;
            do {
                cut = cut.substring(0, Math.min(cut.length() - 1, SHORT));
                length[0] = 0;
                analyser.analyse(cut, (chars, from, characters) -> length[0]++);
            } while (length[0] >= EXACT_LENGTHS);
            texts.add(cut);
        }
        return TestQueries.documents(0, texts);
    }

    private static void index(DocumentBatch documents, Analyzer analyzer, Directory directory) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (int i = 0; i < documents.size(); i++) {
                Document document = new Document();
                document.add(new StringField("id", documents.keys().ids().get(i), Field.Store.YES));
                document.add(new TextField("text", documents.texts().get(i), Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    private static Query query(String text, Analysis analysis) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        analysis.newAnalyser()
                .analyse(text, (chars, from, length) -> counts.merge(new String(chars, from, length), 1, Integer::sum));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        counts.forEach((term, count) ->
                query.add(new BoostQuery(new TermQuery(new Term("text", term)), count), BooleanClause.Occur.SHOULD));
        return query.build();
    }
}
