package dev.embeam.search;

import dev.embeam.kernel.ProductKernels;
import dev.embeam.kernel.QueryPanels;
import dev.embeam.precision.VectorCodec;
import dev.embeam.schema.Precision;
import dev.embeam.schema.TextColumn;
import java.util.Arrays;
import java.util.List;

/**
 * The scan of the vectors of one encoder in one precision: all widths, similarities and shares from one pass of inner
 * products: where a width ends, the sums so far are its products, and then go on. Not thread-safe.
 */
final class VariantScan {
    /** Columns that are added in one go: a panel of so many fits in the innermost cache, where each tile of rows reads it. */
    private static final int COLUMN_BLOCK = 256;

    private final QueryVectors queries;
    private final QueryPanels panels;
    private final JudgedDocuments judged;
    private final List<WidthScan> widths;
    private final boolean candidatesOnly;
    private final boolean recodes;
    private final VectorCodec codec;
    private final float[] products;
    private final int[] selected;
    private float[] decoded = new float[0];
    private byte[] encoded = new byte[0];

    /** The widths ascend. */
    VariantScan(
            SearchPlan plan,
            SearchVariant variant,
            Precision precision,
            QueryVectors queries,
            QueryPanels panels,
            JudgedDocuments judged,
            List<WidthScan> widths) {
        this.queries = queries;
        this.panels = panels;
        this.judged = judged;
        this.widths = widths;
        candidatesOnly = plan.candidatesOnly();
        recodes = precision != Precision.FLOAT32;
        codec = VectorCodec.of(precision, variant.dim(), variant.calibration());
        int chunk = plan.documentChunk() * QueryPanels.WIDTH;
        products = new float[candidatesOnly ? 0 : chunk];
        selected = new int[candidatesOnly ? 0 : chunk];
    }

    /** Searches the rows of a chunk, whose ids are rows of {@code ids}. */
    void search(RowChunk rows, TextColumn ids) {
        float[] numbers = recodes ? recode(rows) : rows.numbers();
        int at = recodes ? 0 : rows.at();
        for (WidthScan width : widths) {
            width.scorers().forEach(scorer -> scorer.prepare(numbers, at, rows.count(), queries.dim()));
        }
        if (!candidatesOnly) {
            for (int panel = 0; panel < panels.panels(); panel++) {
                scan(numbers, at, rows, panel, ids);
            }
        }
        scoreJudged(numbers, at, rows, ids);
    }

    private float[] recode(RowChunk rows) {
        int dim = queries.dim();
        if (decoded.length < rows.count() * dim) {
            decoded = new float[rows.count() * dim];
            encoded = new byte[codec.bytes(rows.count())];
        }
        System.arraycopy(rows.numbers(), rows.at(), decoded, 0, rows.count() * dim);
        codec.encode(decoded, rows.count(), encoded);
        codec.decode(encoded, rows.count(), decoded);
        return decoded;
    }

    /** Adds column after column, and offers what the sums are worth wherever a width ends. */
    private void scan(float[] numbers, int at, RowChunk rows, int panel, TextColumn ids) {
        Arrays.fill(products, 0, rows.count() * QueryPanels.WIDTH, 0);
        int from = 0;
        for (WidthScan scan : widths) {
            while (from < scan.width()) {
                int to = Math.min(from + COLUMN_BLOCK, scan.width());
                ProductKernels.addProducts(numbers, at, rows.count(), queries.dim(), from, to, panels, panel, products);
                from = to;
            }
            for (SystemHits system : scan.systems()) {
                system.offer(products, rows, panel, ids, selected);
            }
        }
    }

    private void scoreJudged(float[] numbers, int at, RowChunk rows, TextColumn ids) {
        for (int row = 0; row < rows.count(); row++) {
            int document = rows.judgedDocument(row);
            if (document >= 0) {
                for (int pair = judged.firstPair(document); pair < judged.firstPair(document + 1); pair++) {
                    scorePair(numbers, at + row * queries.dim(), rows, row, pair, ids);
                }
            }
        }
    }

    private void scorePair(float[] numbers, int at, RowChunk rows, int row, int pair, TextColumn ids) {
        int query = judged.query(pair);
        int queryAt = query * queries.dim();
        boolean ranks = candidatesOnly && judged.isCandidate(pair);
        float product = 0;
        int from = 0;
        for (WidthScan scan : widths) {
            product = ProductKernels.dot(
                    product, numbers, at + from, queries.numbers(), queryAt + from, scan.width() - from);
            from = scan.width();
            for (SystemHits system : scan.systems()) {
                if (row < rows.end(system.share())) {
                    system.offerJudged(row, pair, query, product, ranks, ids, rows.batchRow(row));
                }
            }
        }
    }
}
