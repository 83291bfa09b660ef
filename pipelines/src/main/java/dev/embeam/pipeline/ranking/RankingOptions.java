package dev.embeam.pipeline.ranking;

import dev.embeam.pipeline.option.EvaluationOptions;
import dev.embeam.pipeline.option.ReadOptions;
import dev.embeam.search.SearchPlan;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Which queries are asked of which documents, and how the answers are scored. */
public interface RankingOptions extends EvaluationOptions, ReadOptions {
    @Description(
            "Files of the collection: paths or globs, separated by commas, read as encode reads them. Needed for every"
                    + " system but one that --embeddings serves, and not for JQaRA's layout, whose queries hold the documents.")
    @Default.String("")
    String getInput();

    void setInput(String input);

    @Description(
            "Output of encode, or table (DIR, or DIR@SNAPSHOT with a snapshot's number, a branch or a tag), to search instead of"
                    + " encoding the collection; needs the one model that made it, which encodes the queries. Stored as float32 it serves every precision, otherwise its own.")
    @Default.String("")
    String getEmbeddings();

    void setEmbeddings(String embeddings);

    @Description("File of the queries that scores are reported on, JSON lines.")
    @Validation.Required
    String getQueries();

    void setQueries(String queries);

    @Description("File of the queries that choose between similarities; without it the first is taken.")
    @Default.String("")
    String getValidation();

    void setValidation(String validation);

    @Description(
            "Shape of the query files: jmteb, jqara (one row a candidate), jacwir, trec (texts only, with --qrels).")
    @Default.String("jmteb")
    String getLayout();

    void setLayout(String layout);

    @Description("Judgements of --queries in trec_eval's format, for the layout trec.")
    @Default.String("")
    String getQrels();

    void setQrels(String qrels);

    @Description("Judgements of --validation in trec_eval's format, for the layout trec.")
    @Default.String("")
    String getValidationQrels();

    void setValidationQrels(String validationQrels);

    @Description(
            "Fields of the query files where they differ from the layout's, as id=..,text=..,documents=..,grades=..")
    @Default.String("")
    String getQueryFields();

    void setQueryFields(String queryFields);

    @Description("Text to put before every query of a static model.")
    @Default.String("")
    String getQueryPrefix();

    void setQueryPrefix(String queryPrefix);

    @Description("Text to put before every document of a static model.")
    @Default.String("")
    String getDocumentPrefix();

    void setDocumentPrefix(String documentPrefix);

    @Description(
            "Similarities between which --validation chooses, separated by commas: cosine, dot, euclidean. By default"
                    + " all three for the profile jmteb, cosine for trec.")
    @Default.String("")
    String getSimilarities();

    void setSimilarities(String similarities);

    @Description("Cutoffs k of the measures, separated by commas.")
    @Default.String("10")
    String getCutoffs();

    void setCutoffs(String cutoffs);

    @Description(
            "The measure that stands for the data set: ndcg, mrr, map, recall, hit_rate or accuracy, with its cutoff.")
    @Default.String("ndcg@10")
    String getMainMeasure();

    void setMainMeasure(String mainMeasure);

    @Description("Systems made of two others, separated by commas: rrf(a,b), or weighted(0.5,a,b), where a and b are"
            + " names of systems; rrf and weighted(0.5) alone join every model with bm25.")
    @Default.String("")
    String getFusions();

    void setFusions(String fusions);

    @Description("TREC run files to score beside the systems, separated by commas.")
    @Default.String("")
    String getRuns();

    void setRuns(String runs);

    @Description("How scores of --runs compare: double (trec_eval 10) or float (trec_eval 9).")
    @Default.String("double")
    String getRunScores();

    void setRunScores(String runScores);

    @Description("Formula of bm25: lucene (k1 1.2) or okapi (rank_bm25's, k1 1.5).")
    @Default.String("lucene")
    String getBm25Variant();

    void setBm25Variant(String bm25Variant);

    @Description("k1 of bm25; -1 for the formula's own.")
    @Default.Double(-1)
    double getBm25K1();

    void setBm25K1(double bm25K1);

    @Description("b of bm25.")
    @Default.Double(0.75)
    double getBm25B();

    void setBm25B(double bm25B);

    @Description(
            "Output of encode whose calibration the precision int8 takes. Without it the ranges of all columns are found first,"
                    + " which takes one more pass over the collection.")
    @Default.String("")
    String getCalibration();

    void setCalibration(String calibration);

    @Description("Documents that are scored together; their vectors and scores should fit in a core's own cache.")
    @Default.Integer(SearchPlan.DEFAULT_DOCUMENT_CHUNK)
    int getDocumentChunk();

    void setDocumentChunk(int documentChunk);
}
