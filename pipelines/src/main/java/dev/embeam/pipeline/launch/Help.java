package dev.embeam.pipeline.launch;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** The flags of a command as text, read from its options interface, so that help cannot differ from what is parsed. */
final class Help {
    private static final int WIDTH = 100;
    private static final int INDENT = 26;

    private Help() {}

    /** The list of all commands. */
    static String overview(List<? extends Command<?>> commands) {
        StringBuilder text = new StringBuilder("usage: ./embeam <command> --flag=value ...\n\ncommands:\n");
        for (Command<?> command : commands) {
            text.append(entry(command.name(), command.summary()));
        }
        return text.append("\n./embeam <command> --help lists the flags of a command.\n")
                .append("exit codes: 0 done, 1 the job failed, 2 wrong usage or bad input\n")
                .toString();
    }

    /** The flags of one command, required ones first. */
    static String of(Command<?> command) {
        StringBuilder text = new StringBuilder(
                "usage: ./embeam " + command.name() + " --flag=value ...\n\n" + command.summary() + "\n\nflags:\n");
        flags(command.options()).forEach(flag -> text.append(entry("--" + flag.name(), flag.description())));
        return text.append("\nFlags of Beam and its runners pass through, such as --runner=DirectRunner,\n"
                        + "--parallelism=N or --flinkMaster=host:port.\n")
                .toString();
    }

    /** A flag as it is documented. */
    record Flag(String name, boolean required, String description) {}

    static Stream<Flag> flags(Class<?> options) {
        return Stream.of(options.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("dev.embeam."))
                .filter(method -> method.isAnnotationPresent(Description.class))
                .map(Help::flag)
                .sorted(Comparator.comparing((Flag flag) -> !flag.required()).thenComparing(Flag::name));
    }

    private static Flag flag(Method getter) {
        String property = getter.getName().replaceFirst("^(get|is)", "");
        boolean required = getter.isAnnotationPresent(Validation.Required.class);
        String description = getter.getAnnotation(Description.class).value();
        String standing = required
                ? "Required."
                : defaultValue(getter).map(value -> "Default: " + value + ".").orElse("");
        return new Flag(
                Character.toLowerCase(property.charAt(0)) + property.substring(1),
                required,
                (description + " " + standing).strip());
    }

    private static Optional<String> defaultValue(Method getter) {
        return Stream.of(getter.getAnnotations())
                .filter(annotation -> annotation.annotationType().getEnclosingClass() == Default.class)
                .findFirst()
                .map(Help::value)
                .filter(value -> !value.isEmpty());
    }

    private static String value(Annotation annotation) {
        try {
            return String.valueOf(annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no value in " + annotation, e);
        }
    }

    private static String entry(String name, String description) {
        StringBuilder text = new StringBuilder("  " + name);
        int column = text.length();
        if (column >= INDENT) {
            text.append('\n');
            column = 0;
        }
        text.append(" ".repeat(INDENT - column));
        column = INDENT;
        for (String word : description.split(" ", -1)) {
            if (column + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(INDENT));
                column = INDENT;
            }
            text.append(word).append(' ');
            column += word.length() + 1;
        }
        return text.append('\n').toString().replaceAll(" +\n", "\n");
    }
}
