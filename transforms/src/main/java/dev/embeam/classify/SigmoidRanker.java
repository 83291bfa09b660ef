package dev.embeam.classify;

import dev.embeam.fasttext.Sigmoid;

/** One decision a label, as after negative sampling and one-vs-all, by the tabulated logistic function. */
final class SigmoidRanker implements LabelRanker {
    private final OutputProducts output;
    private final float[] products;

    SigmoidRanker(OutputProducts output) {
        this.output = output;
        products = new float[output.rows()];
    }

    @Override
    public void rank(float[] hidden, float threshold, TopLabels top) {
        output.multiply(hidden, products);
        for (int label = 0; label < products.length; label++) {
            top.offerProbability(Sigmoid.of(products[label]), threshold, label);
        }
    }
}
