package dev.embeam.transform.lexical;

import dev.embeam.lexical.CandidateTerms;
import dev.embeam.lexical.CorpusStatistics;
import dev.embeam.lexical.TermBatch;
import dev.embeam.schema.coder.TextColumnCoder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.VarInt;

/** Coders of the records that flow between the steps of this package. Whole numbers take few bytes where they are small. */
final class LexicalCoders {
    static final Coder<TermBatch> TERM_BATCH = new TermBatchCoder();
    static final Coder<CandidateTerms> CANDIDATE_TERMS = new CandidateTermsCoder();
    static final Coder<List<CorpusStatistics>> STATISTICS = ListCoder.of(new CorpusStatisticsCoder());

    private LexicalCoders() {}

    private static void writeInts(int[] values, OutputStream out) throws IOException {
        VarInt.encode(values.length, out);
        for (int value : values) {
            VarInt.encode(value, out);
        }
    }

    private static int[] readInts(InputStream in) throws IOException {
        int[] values = new int[VarInt.decodeInt(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = VarInt.decodeInt(in);
        }
        return values;
    }

    private static void writeVarLongs(long[] values, OutputStream out) throws IOException {
        VarInt.encode(values.length, out);
        for (long value : values) {
            VarInt.encode(value, out);
        }
    }

    private static long[] readVarLongs(InputStream in) throws IOException {
        long[] values = new long[VarInt.decodeInt(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = VarInt.decodeLong(in);
        }
        return values;
    }

    private static final class TermBatchCoder extends AtomicCoder<TermBatch> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(TermBatch batch, OutputStream out) throws IOException {
            TextColumnCoder.of().encode(batch.ids(), out);
            writeInts(batch.lengths(), out);
            writeInts(batch.offsets(), out);
            writeInts(batch.terms(), out);
            writeInts(batch.counts(), out);
            VarInt.encode(batch.failures(), out);
            VarInt.encode(batch.analyseNanos(), out);
        }

        @Override
        public TermBatch decode(InputStream in) throws IOException {
            return new TermBatch(
                    TextColumnCoder.of().decode(in),
                    readInts(in),
                    readInts(in),
                    readInts(in),
                    readInts(in),
                    VarInt.decodeInt(in),
                    VarInt.decodeLong(in));
        }
    }

    private static final class CandidateTermsCoder extends AtomicCoder<CandidateTerms> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(CandidateTerms terms, OutputStream stream) throws IOException {
            DataOutputStream out = new DataOutputStream(stream);
            VarInt.encode(terms.query(), out);
            StringUtf8Coder.of().encode(terms.document(), out);
            VarInt.encode(terms.length(), out);
            writeInts(terms.counts(), out);
            VarInt.encode(terms.hashes().length, out);
            for (long hash : terms.hashes()) {
                out.writeLong(hash);
            }
        }

        @Override
        public CandidateTerms decode(InputStream stream) throws IOException {
            DataInputStream in = new DataInputStream(stream);
            int query = VarInt.decodeInt(in);
            String document = StringUtf8Coder.of().decode(in);
            int length = VarInt.decodeInt(in);
            int[] counts = readInts(in);
            long[] hashes = new long[VarInt.decodeInt(in)];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = in.readLong();
            }
            return new CandidateTerms(query, document, length, counts, hashes);
        }
    }

    private static final class CorpusStatisticsCoder extends AtomicCoder<CorpusStatistics> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(CorpusStatistics statistics, OutputStream out) throws IOException {
            VarInt.encode(statistics.documents(), out);
            VarInt.encode(statistics.filled(), out);
            VarInt.encode(statistics.length(), out);
            writeVarLongs(statistics.documentFrequencies(), out);
        }

        @Override
        public CorpusStatistics decode(InputStream in) throws IOException {
            return new CorpusStatistics(
                    VarInt.decodeLong(in), VarInt.decodeLong(in), VarInt.decodeLong(in), readVarLongs(in));
        }
    }
}
