package dev.embeam.pipeline.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.embeam.pipeline.launch.Command;
import dev.embeam.pipeline.launch.JobFailedException;
import dev.embeam.pipeline.launch.Launcher;
import dev.embeam.pipeline.launch.Terminal;
import dev.embeam.train.StaticModelTrainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Goes the whole way once with what comes with the project: a small collection, a small model made from it, the vectors, a
 * look at them. Every step but the making of the model is a command that a user can repeat, and is shown as one.
 */
public final class Quickstart implements Command<QuickstartOptions> {
    private static final String COLLECTION = "sample.jsonl";

    private final List<Command<?>> commands;

    /** Runs its steps with these commands. */
    public Quickstart(List<? extends Command<?>> commands) {
        this.commands = List.copyOf(commands);
    }

    @Override
    public String name() {
        return "quickstart";
    }

    @Override
    public String summary() {
        return "make a small model, encode a small collection with it, look at the result";
    }

    @Override
    public Class<QuickstartOptions> options() {
        return QuickstartOptions.class;
    }

    @Override
    public void run(QuickstartOptions options, Terminal terminal) throws Exception {
        Path folder = Path.of(options.getOutput());
        Path collection = folder.resolve("collection").resolve(COLLECTION);
        Path model = folder.resolve("model");
        Path vectors = folder.resolve("vectors");

        List<String> documents = sample();
        Files.createDirectories(collection.getParent());
        Files.write(collection, documents, StandardCharsets.UTF_8);
        terminal.out()
                .println("1. a collection of " + documents.size() + " passages, Japanese and English: " + collection);
        StaticModelTrainer.defaults().train(texts(documents)).save(model);
        terminal.out().println("2. a model made from it by latent semantic indexing: " + model);
        terminal.out().println("3. its vectors:");
        step(
                terminal,
                "encode",
                "--input=" + collection,
                "--model=" + model,
                "--output=" + vectors,
                "--textFields=title,text",
                "--keepFields=title,lang",
                "--overwrite",
                "--progress=" + options.getProgress());
        terminal.out().println("4. what they hold:");
        step(terminal, "inspect", "--embeddings=" + vectors);
        terminal.out().print(next(model));
    }

    private void step(Terminal terminal, String... words) throws JobFailedException {
        terminal.out().println("$ ./embeam " + String.join(" ", words));
        int exitCode = Launcher.run(commands, terminal, words);
        if (exitCode != Launcher.DONE) {
            throw new JobFailedException(
                    "the step " + words[0] + " ended with exit code " + exitCode, new IllegalStateException(words[0]));
        }
        terminal.out().println();
    }

    private static List<String> sample() throws IOException {
        try (InputStream stream = Objects.requireNonNull(Quickstart.class.getResourceAsStream(COLLECTION))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<String> texts(List<String> documents) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        for (String document : documents) {
            JsonNode fields = json.readTree(document);
            texts.add(fields.path("title").asText() + " " + fields.path("text").asText());
        }
        return texts;
    }

    private static String next(Path model) {
        return """
                Next, your own documents and a model that was trained for search:

                  ./embeam inspect --input='corpus/*.jsonl.gz'
                  ./embeam encode --input='corpus/*.jsonl.gz' --model=MODEL --output=vectors

                MODEL is the folder of a sentence-transformers StaticEmbedding or model2vec model; %s
                has the layout. ./embeam encode --help lists all flags, README.md shows how to read the vectors.
                """.formatted(model);
    }
}
