package dev.embeam.classify;

/** Softmax over all labels: exponentials of differences to the largest product, their sum taken one after the other. */
final class SoftmaxRanker implements LabelRanker {
    private final OutputProducts output;
    private final float[] values;

    SoftmaxRanker(OutputProducts output) {
        this.output = output;
        values = new float[output.rows()];
    }

    @Override
    public void rank(float[] hidden, float threshold, TopLabels top) {
        output.multiply(hidden, values);
        float max = values[0];
        for (float value : values) {
            max = value > max ? value : max;
        }
        float sum = 0;
        for (int label = 0; label < values.length; label++) {
            values[label] = (float) Math.exp(values[label] - max);
            sum += values[label];
        }
        for (int label = 0; label < values.length; label++) {
            top.offerProbability(values[label] / sum, threshold, label);
        }
    }
}
