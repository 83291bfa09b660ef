package dev.embeam.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Hugging Face tokenizers itself, by way of the Deep Java Library, without special tokens and without its own cut. */
final class ReferenceTokenizer implements AutoCloseable {
    static {
        // Otherwise it looks for a graphics card and for libraries on the network.
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("OFFLINE", "true");
    }

    private final HuggingFaceTokenizer tokenizer;

    ReferenceTokenizer(Path file) throws IOException {
        tokenizer = HuggingFaceTokenizer.newInstance(
                file,
                Map.of(
                        "addSpecialTokens", "false",
                        "truncation", "false",
                        "padding", "false",
                        "modelMaxLength", "100000000",
                        "maxLength", "100000000"));
    }

    /** The ids; half a surrogate pair, which the library cannot take, goes in as U+FFFD. */
    int[] encode(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 0xFFFD : c));
        long[] ids = tokenizer.encode(whole.toString(), false, false).getIds();
        int[] narrow = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            narrow[i] = Math.toIntExact(ids[i]);
        }
        return narrow;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
