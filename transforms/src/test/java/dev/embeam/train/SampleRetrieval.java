package dev.embeam.train;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Ranks the sample collection for its queries by the cosine of mean rows, cut by Hugging Face tokenizers. */
final class SampleRetrieval {
    private static final int CUTOFF = 10;

    private SampleRetrieval() {}

    /** Mean nDCG@10 of the queries, gains equal to grades. */
    static double meanNdcgAt10(TrainedModel model, HuggingFaceTokenizer tokenizer) throws IOException {
        double[][] documents = vectors(model, tokenizer, SampleCollection.texts());
        List<JsonNode> queries = SampleCollection.queries();
        List<String> wordings =
                queries.stream().map(query -> query.get("query").asText()).toList();
        double[][] asked = vectors(model, tokenizer, wordings);
        double sum = 0;
        for (int i = 0; i < asked.length; i++) {
            sum += ndcg(ranking(asked[i], documents), queries.get(i).get("grades"));
        }
        return sum / asked.length;
    }

    private static double[][] vectors(TrainedModel model, HuggingFaceTokenizer tokenizer, List<String> texts) {
        List<double[]> vectors = new ArrayList<>();
        for (String text : texts) {
            double[] vector = new double[model.dim()];
            for (long id : tokenizer.encode(text).getIds()) {
                for (int j = 0; j < vector.length; j++) {
                    vector[j] += model.rows()[Math.toIntExact(id) * vector.length + j];
                }
            }
            vectors.add(vector);
        }
        return vectors.toArray(double[][]::new);
    }

    private static List<String> ranking(double[] query, double[][] documents) throws IOException {
        List<JsonNode> collection = SampleCollection.documents();
        return IntStream.range(0, documents.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -cosine(query, documents[i])))
                .limit(CUTOFF)
                .map(i -> collection.get(i).get("docid").asText())
                .toList();
    }

    private static double cosine(double[] a, double[] b) {
        return dot(a, b) / Math.max(1e-12, Math.sqrt(dot(a, a) * dot(b, b)));
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
    }

    private static double ndcg(List<String> ranking, JsonNode grades) {
        double[] ideal = StreamSupport.stream(grades.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .map(grade -> -grade)
                .sorted()
                .map(grade -> -grade)
                .toArray();
        double[] met =
                ranking.stream().mapToDouble(id -> grades.path(id).asDouble(0)).toArray();
        return discounted(met) / discounted(ideal);
    }

    private static double discounted(double[] gains) {
        return IntStream.range(0, Math.min(CUTOFF, gains.length))
                .mapToDouble(rank -> gains[rank] * Math.log(2) / Math.log(rank + 2))
                .sum();
    }
}
