package dev.embeam.fasttext.train;

/** Is told now and then how far a training has come. */
@FunctionalInterface
public interface TrainingListener {
    /** Listens to nothing. */
    TrainingListener NONE = progress -> {};

    /** Called by the thread that asked for the training, about once a second and once at the end. */
    void progressed(Progress progress);

    /**
     * How far it is.
     *
     * @param share of the work that is done, from 0 to 1
     * @param words read so far, in all passes and by all threads
     * @param seconds since the first pass began
     * @param lr learning rate now
     * @param loss mean loss of the examples so far, of the first thread
     */
    record Progress(double share, long words, double seconds, double lr, double loss) {}
}
