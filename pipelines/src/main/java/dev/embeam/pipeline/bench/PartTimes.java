package dev.embeam.pipeline.bench;

import dev.embeam.model.TextEncoder;
import dev.embeam.model.Tokenizing;
import dev.embeam.schema.DocumentBatch;
import dev.embeam.schema.EncodingCounts;
import dev.embeam.schema.TokenBatch;
import dev.embeam.transform.io.MatchedFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Speed of the two parts of encoding on one thread, by CPU time, over a sample of the collection that fits in memory. Each
 * part goes over the sample again and again; the fastest pass counts, for whatever else the machine does only makes a pass
 * slower.
 *
 * @param charactersASecond UTF-16 code units tokenized
 * @param tokensASecond tokens averaged
 * @param wholeTokensASecond tokens cut and averaged
 * @param unknownShare share of the tokens that the model does not know
 */
record PartTimes(double charactersASecond, double tokensASecond, double wholeTokensASecond, double unknownShare) {
    private static final long SAMPLE_CHARACTERS = 8_000_000;
    private static final int PASSES = 8;

    static PartTimes measure(MatchedFiles files, TextEncoder model) throws IOException {
        List<DocumentBatch> sample = new ArrayList<>();
        long characters = 0;
        for (MatchedFiles.Batches batches = files.read(); characters < SAMPLE_CHARACTERS && batches.next(); ) {
            sample.add(batches.batch());
            characters += batches.batch().texts().offsets()[batches.batch().size()];
        }
        Tokenizing tokenizing = model.newTokenizing();
        List<TokenBatch> tokenized = sample.stream().map(tokenizing::tokenize).toList();
        EncodingCounts counts =
                tokenized.stream().map(TokenBatch::counts).reduce(EncodingCounts.NONE, EncodingCounts::plus);
        double tokenizeSeconds = fastest(() -> sample.forEach(tokenizing::tokenize));
        double averageSeconds = fastest(() -> tokenized.forEach(model::encode));
        return new PartTimes(
                characters / tokenizeSeconds,
                counts.tokens() / averageSeconds,
                counts.tokens() / (tokenizeSeconds + averageSeconds),
                (double) counts.unknownTokens() / Math.max(1, counts.tokens()));
    }

    private static double fastest(Runnable pass) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < PASSES; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            pass.run();
            fastest = Math.min(fastest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return Math.max(fastest, 1) / 1e9;
    }
}
