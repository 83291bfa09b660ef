package dev.embeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.FallbackKey;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for Kubernetes and Airflow, held against what their readers accept. */
class DeploymentConfigsTest {
    private static final Path CONFIGS = Path.of(System.getProperty("embeam.root", ".."), "runner-configs");
    private static final String JAR = "/opt/flink/usrlib/embeam-cluster.jar";
    private static final String MAIN = "dev.embeam.pipeline.Main";

    /** Of the operator's reference of custom resources. */
    private static final Set<String> DEPLOYMENT_FIELDS = Set.of(
            "job",
            "restartNonce",
            "flinkConfiguration",
            "image",
            "imagePullPolicy",
            "serviceAccount",
            "flinkVersion",
            "ingress",
            "podTemplate",
            "jobManager",
            "taskManager",
            "logConfiguration",
            "mode");

    private static final Set<String> JOB_FIELDS =
            Set.of("jarURI", "parallelism", "entryClass", "args", "state", "upgradeMode", "allowNonRestoredState");
    private static final Set<String> CRON_JOB_FIELDS = Set.of(
            "schedule",
            "timeZone",
            "concurrencyPolicy",
            "startingDeadlineSeconds",
            "successfulJobsHistoryLimit",
            "failedJobsHistoryLimit",
            "suspend",
            "jobTemplate");
    private static final Set<String> BATCH_JOB_FIELDS =
            Set.of("backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished", "template");

    private static JsonNode read(String file) throws IOException {
        return new YAMLMapper()
                .readTree(CONFIGS.resolve("kubernetes").resolve(file).toFile());
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(value -> strings.add(value.asText()));
        return strings;
    }

    /** Flags of a command, in words as the launcher takes them. */
    private static void assertAccepted(List<String> commandLine) {
        ParsedCommand<?> command = ParsedCommand.all().stream()
                .filter(one -> one.name().equals(commandLine.get(0)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no command " + commandLine.get(0)));
        String[] flags = commandLine.stream().skip(1).toArray(String[]::new);
        assertThat(command.values(flags)).containsKey("input").containsEntry("progress", "none");
    }

    private static void assertIsRunOfFlink(List<String> words) {
        int jar = words.indexOf(JAR);
        assertThat(words.subList(0, jar))
                .containsExactly(
                        "run", "--jobmanager", "embeam-session-rest:8081", "--parallelism", "8", "--class", MAIN);
        assertAccepted(words.subList(jar + 1, words.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode.yaml", "session.yaml"})
    void deploymentsHaveWhatTheOperatorReads(String file) throws Exception {
        JsonNode deployment = read(file);
        assertThat(deployment.path("apiVersion").asText()).isEqualTo("flink.apache.org/v1beta1");
        assertThat(deployment.path("kind").asText()).isEqualTo("FlinkDeployment");
        JsonNode spec = deployment.path("spec");
        assertThat(DEPLOYMENT_FIELDS).containsAll(fields(spec));
        assertThat(fields(spec)).contains("image", "flinkVersion", "serviceAccount", "jobManager", "taskManager");
        assertThat(spec.path("podTemplate")
                        .path("spec")
                        .path("containers")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("flink-main-container");
        assertThat(fields(spec.path("flinkConfiguration"))).isSubsetOf(keysOfFlink());
        assertThat(spec.path("flinkConfiguration")
                        .path("env.java.opts.taskmanager")
                        .asText())
                .isEqualTo("--add-modules=jdk.incubator.vector");
    }

    /** Flink itself divides the memory, and refuses what does not add up. */
    @ParameterizedTest
    @ValueSource(strings = {"encode.yaml", "session.yaml"})
    void memoryAddsUp(String file) throws IOException {
        JsonNode spec = read(file).path("spec");
        Configuration configuration = new Configuration();
        spec.path("flinkConfiguration")
                .fields()
                .forEachRemaining(entry ->
                        configuration.setString(entry.getKey(), entry.getValue().asText()));
        configuration.setString(
                TaskManagerOptions.TOTAL_PROCESS_MEMORY.key(),
                spec.path("taskManager").path("resource").path("memory").asText());
        var memory = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        assertThat(memory.getTaskHeapSize().getMebiBytes()).isGreaterThan(400);
        assertThat(memory.getNetworkMemSize().getMebiBytes()).isEqualTo(336);
    }

    @Test
    void theRunOfEncodeIsAccepted() throws IOException {
        JsonNode job = read("encode.yaml").path("spec").path("job");
        assertThat(JOB_FIELDS).containsAll(fields(job));
        assertThat(job.path("jarURI").asText()).isEqualTo("local://" + JAR);
        assertThat(job.path("entryClass").asText())
                .isEqualTo(Main.class.getName())
                .isEqualTo(MAIN);
        assertThat(job.path("upgradeMode").asText()).isEqualTo("stateless");
        assertThat(job.path("parallelism").asInt()).isPositive();
        assertAccepted(strings(job.path("args")));
        assertThat(read("session.yaml").path("spec").has("job")).isFalse();
    }

    @Test
    void theNightlyJobIsOneAtATimeAndItsCommandIsAccepted() throws IOException {
        JsonNode cronJob = read("reindex-nightly.yaml");
        assertThat(cronJob.path("apiVersion").asText()).isEqualTo("batch/v1");
        assertThat(cronJob.path("kind").asText()).isEqualTo("CronJob");
        JsonNode spec = cronJob.path("spec");
        assertThat(CRON_JOB_FIELDS).containsAll(fields(spec));
        assertThat(spec.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
        JsonNode job = spec.path("jobTemplate").path("spec");
        assertThat(BATCH_JOB_FIELDS).containsAll(fields(job));
        assertThat(job.path("activeDeadlineSeconds").asInt()).isPositive();
        JsonNode pod = job.path("template").path("spec");
        assertThat(pod.path("restartPolicy").asText()).isEqualTo("Never");
        JsonNode container = pod.path("containers").path(0);
        assertThat(strings(container.path("command"))).containsExactly("/opt/flink/bin/flink");
        assertIsRunOfFlink(strings(container.path("args")));
        assertThat(container.path("image").asText())
                .isEqualTo(read("session.yaml").path("spec").path("image").asText());
    }

    @Test
    void theDagRunsTheCommandOfTheNightlyJob() throws Exception {
        Path dag = CONFIGS.resolve("airflow/embeam_reindex.py");
        String text = Files.readString(dag);
        Matcher list = Pattern.compile("(?ms)^ARGUMENTS = \\[$(.*?)^\\]$").matcher(text);
        assertThat(list.find()).isTrue();
        List<String> arguments = new ArrayList<>();
        for (String line : list.group(1).lines().map(String::strip).toList()) {
            if (line.equals("JOB_MANAGER,")) {
                Matcher manager =
                        Pattern.compile("(?m)^JOB_MANAGER = \"(.*)\"$").matcher(text);
                assertThat(manager.find()).isTrue();
                arguments.add(manager.group(1));
            } else if (line.startsWith("\"")) {
                arguments.add(line.replaceAll("^\"|\",$", ""));
            }
        }
        assertIsRunOfFlink(arguments);
        JsonNode container = read("reindex-nightly.yaml").at("/spec/jobTemplate/spec/template/spec/containers/0/args");
        assertThat(arguments).isEqualTo(strings(container));
        assertThat(text).contains("max_active_runs=1", "catchup=False");
    }

    @Test
    void theDagCompiles() throws Exception {
        assumeTrue(isThere("python3"), "there is no python3");
        String program = "import ast,sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])";
        Process python = new ProcessBuilder(
                        "python3",
                        "-c",
                        program,
                        CONFIGS.resolve("airflow/embeam_reindex.py").toString())
                .inheritIO()
                .start();
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(python.exitValue()).isZero();
    }

    @Test
    void theImageHoldsTheJarWhereTheOthersLookForIt() throws IOException {
        String dockerfile = Files.readString(CONFIGS.resolve("kubernetes/Dockerfile"));
        assertThat(dockerfile).containsPattern("(?m)^COPY pipelines/target/embeam-cluster.jar " + JAR + "$");
        Matcher base = Pattern.compile("(?m)^FROM flink:([0-9]+)\\.([0-9]+)\\.[0-9]+-scala_2.12-java17$")
                .matcher(dockerfile);
        assertThat(base.find()).isTrue();
        assertThat(read("encode.yaml").path("spec").path("flinkVersion").asText())
                .isEqualTo("v" + base.group(1) + "_" + base.group(2));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Every key that Flink's core and runtime declare, older names included. */
    private static Set<String> keysOfFlink() throws IOException, URISyntaxException, ReflectiveOperationException {
        Set<String> keys = new HashSet<>();
        for (Class<?> home : new Class<?>[] {TaskManagerOptions.class, TaskExecutorProcessUtils.class}) {
            File jar = new File(
                    home.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (JarFile classes = new JarFile(jar)) {
                for (String name :
                        classes.stream().map(entry -> entry.getName()).toList()) {
                    if (name.matches("org/apache/flink/.*Options\\.class")) {
                        addKeys(
                                Class.forName(
                                        name.replace('/', '.').replace(".class", ""), false, home.getClassLoader()),
                                keys);
                    }
                }
            }
        }
        assertThat(keys).contains("taskmanager.numberOfTaskSlots").doesNotContain("taskmanager.slots");
        return keys;
    }

    private static void addKeys(Class<?> options, Set<String> keys) throws IllegalAccessException {
        for (Field field : options.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
                ConfigOption<?> option = (ConfigOption<?>) field.get(null);
                keys.add(option.key());
                for (FallbackKey older : option.fallbackKeys()) {
                    keys.add(older.getKey());
                }
            }
        }
    }
}
