package dev.embeam.fasttext.train;

import dev.embeam.tokenizer.TokenIds;

/** A loss: what the output matrix learns at a step, and what it gives back. Shared between threads. */
interface Objective {
    /** Most rows of the output matrix that one step is about. */
    int mostRows();

    /**
     * Changes the output matrix by one example and adds to the state's gradient what the hidden vector should change by.
     *
     * @param targets labels of the line, or its words
     * @param chosen which of them is to be predicted
     * @param lr learning rate
     * @return the loss
     */
    float learn(TokenIds targets, int chosen, float lr, LearningState state);
}
