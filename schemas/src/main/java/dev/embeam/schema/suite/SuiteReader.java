package dev.embeam.schema.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.embeam.schema.CorruptDataException;
import dev.embeam.schema.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads suite files (YAML): {@code name}, settings for all data sets by the names of {@link SuiteSetting}, {@code flags},
 * and {@code datasets}, a list of {@code name}, {@code task} as JMTEB writes it, files by the names of {@link SuiteFile}, and
 * settings of its own. Whatever is unknown, missing or of another type is told by its path in the file.
 */
public final class SuiteReader {
    private static final String NAME = "name";
    private static final String TASK = "task";
    private static final String DATASETS = "datasets";
    private static final String FLAGS = "flags";
    private static final Set<String> SETTINGS =
            Stream.of(SuiteSetting.values()).map(SuiteSetting::label).collect(Collectors.toSet());

    private final String source;

    private SuiteReader(String source) {
        this.source = source;
    }

    /**
     * The suite of a file.
     *
     * @param source the file, for messages
     * @throws CorruptDataException when it is none
     */
    public static Suite read(String text, String source) {
        YAMLFactory format = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            return new SuiteReader(source).suite(new ObjectMapper(format).readTree(text));
        } catch (JsonProcessingException broken) {
            String line = broken.getLocation() == null
                    ? ""
                    : "line " + broken.getLocation().getLineNr();
            String reason = broken.getOriginalMessage().lines().findFirst().orElse("");
            throw new CorruptDataException(source, line, "not YAML (" + reason + ")", "a suite file", broken);
        }
    }

    private Suite suite(JsonNode root) {
        requireObject(root, "");
        requireKnown(root, "", Stream.of(NAME, DATASETS, FLAGS), SETTINGS.stream());
        SuiteSettings common = settings(root, "");
        List<SuiteDataset> datasets = new ArrayList<>();
        JsonNode list = required(root, "", DATASETS);
        if (!list.isArray()) {
            throw wrong(DATASETS, list, "a list of data sets");
        }
        for (int i = 0; i < list.size(); i++) {
            datasets.add(dataset(list.get(i), DATASETS + "[" + i + "]", common));
        }
        return checked("", () -> new Suite(text(required(root, "", NAME), NAME), datasets));
    }

    private SuiteDataset dataset(JsonNode node, String path, SuiteSettings common) {
        requireObject(node, path);
        String name = text(required(node, path, NAME), path + "." + NAME);
        String label = text(required(node, path, TASK), path + "." + TASK);
        Task task = checked(path + "." + TASK, () -> Task.of(label));
        requireFileName(name, path + "." + NAME);
        requireKnown(
                node,
                path,
                Stream.concat(
                        Stream.of(NAME, TASK, FLAGS),
                        SuiteFile.known(task).stream().map(SuiteFile::label)),
                Stream.of(SuiteSetting.values())
                        .filter(setting -> setting.counts(task))
                        .map(SuiteSetting::label));
        SuiteSettings settings = settings(node, path).over(common);
        if (settings.values(SuiteSetting.MODELS).isEmpty()) {
            throw new CorruptDataException(
                    source, path + ".models", "missing", "names of models, here or for the whole suite");
        }
        return new SuiteDataset(task, name, path, files(node, path, task), settings);
    }

    private Map<SuiteFile, List<String>> files(JsonNode node, String path, Task task) {
        Map<SuiteFile, List<String>> files = new EnumMap<>(SuiteFile.class);
        for (SuiteFile file : SuiteFile.known(task)) {
            if (node.has(file.label())) {
                files.put(file, words(node.get(file.label()), at(path, file.label()), SuiteSetting.Kind.TEXTS));
            } else if (SuiteFile.required(task).contains(file)) {
                required(node, path, file.label());
            }
        }
        return files;
    }

    private SuiteSettings settings(JsonNode node, String path) {
        Map<SuiteSetting, List<String>> values = new EnumMap<>(SuiteSetting.class);
        for (SuiteSetting setting : SuiteSetting.values()) {
            if (node.has(setting.label())) {
                String where = at(path, setting.label());
                values.put(setting, words(node.get(setting.label()), where, setting.kind()));
            }
        }
        Map<String, String> flags = new LinkedHashMap<>();
        if (node.has(FLAGS)) {
            String where = at(path, FLAGS);
            requireObject(node.get(FLAGS), where);
            node.get(FLAGS)
                    .fields()
                    .forEachRemaining(flag -> flags.put(
                            flag.getKey(), scalar(flag.getValue(), where + "." + flag.getKey(), "a text or a number")));
        }
        return new SuiteSettings(values, flags);
    }

    private List<String> words(JsonNode node, String path, SuiteSetting.Kind kind) {
        if (!node.isArray() || !kind.list()) {
            return List.of(word(node, path, kind));
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            words.add(word(node.get(i), path + "[" + i + "]", kind));
        }
        return List.copyOf(words);
    }

    private String word(JsonNode node, String path, SuiteSetting.Kind kind) {
        if (kind.numeric() ? !node.isNumber() : !node.isTextual()) {
            throw wrong(path, node, kind.expected());
        }
        return node.asText();
    }

    private String text(JsonNode node, String path) {
        return word(node, path, SuiteSetting.Kind.TEXT);
    }

    private String scalar(JsonNode node, String path, String expected) {
        if (!node.isValueNode() || node.isNull()) {
            throw wrong(path, node, expected);
        }
        return node.asText();
    }

    /** The name becomes one of a folder and of files. */
    private void requireFileName(String name, String path) {
        if (!name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*")) {
            throw new CorruptDataException(
                    source, path, "\"" + name + "\"", "letters, digits, dots, dashes and underscores");
        }
    }

    private void requireKnown(JsonNode node, String path, Stream<String> keys, Stream<String> more) {
        Set<String> known = Stream.concat(keys, more).collect(Collectors.toCollection(TreeSet::new));
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new CorruptDataException(source, at(path, key), "unknown key", "one of " + known);
            }
        });
    }

    private void requireObject(JsonNode node, String path) {
        if (!node.isObject()) {
            throw wrong(path, node, "keys with values");
        }
    }

    private JsonNode required(JsonNode node, String path, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new CorruptDataException(source, at(path, key), "missing", "a value");
        }
        return value;
    }

    private <T> T checked(String path, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw new CorruptDataException(source, path, String.valueOf(wrong.getMessage()), "a suite file", wrong);
        }
    }

    private CorruptDataException wrong(String path, JsonNode node, String expected) {
        return new CorruptDataException(source, path, node.isMissingNode() ? "empty" : node.toString(), expected);
    }

    private static String at(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
