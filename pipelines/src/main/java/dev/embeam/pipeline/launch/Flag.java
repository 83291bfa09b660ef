package dev.embeam.pipeline.launch;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/**
 * A flag of a command, read from the getter that declares it.
 *
 * @param name as it is typed, without the dashes
 * @param required whether it must be given
 * @param description what it does, with its default
 * @param getter where its value comes from
 */
public record Flag(String name, boolean required, String description, Method getter) {
    /** The flags that an options interface of the project declares or inherits, required ones first, then by name. */
    public static List<Flag> of(Class<?> options) {
        return Stream.of(options.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("dev.embeam."))
                .filter(method -> method.isAnnotationPresent(Description.class))
                .map(Flag::of)
                .sorted(Comparator.comparing((Flag flag) -> !flag.required()).thenComparing(Flag::name))
                .toList();
    }

    /** The value of every such flag, by name: what a manifest records. */
    public static Map<String, String> values(Class<?> type, PipelineOptions options) {
        PipelineOptions view = options.as(type.asSubclass(PipelineOptions.class));
        return of(type).stream()
                .collect(Collectors.toMap(Flag::name, flag -> flag.value(view), (a, b) -> a, TreeMap::new));
    }

    private String value(PipelineOptions options) {
        try {
            Object value = getter.invoke(options);
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                    : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no value of --" + name, e);
        }
    }

    private static Flag of(Method getter) {
        String property = getter.getName().replaceFirst("^(get|is)", "");
        boolean required = getter.isAnnotationPresent(Validation.Required.class);
        String standing = required
                ? "Required."
                : defaultValue(getter).map(value -> "Default: " + value + ".").orElse("");
        String description = getter.getAnnotation(Description.class).value() + " " + standing;
        String name = Character.toLowerCase(property.charAt(0)) + property.substring(1);
        return new Flag(name, required, description.strip(), getter);
    }

    private static Optional<String> defaultValue(Method getter) {
        return Stream.of(getter.getAnnotations())
                .filter(annotation -> annotation.annotationType().getEnclosingClass() == Default.class)
                .findFirst()
                .map(Flag::value)
                .filter(value -> !value.isEmpty());
    }

    private static String value(Annotation annotation) {
        try {
            return String.valueOf(annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no value in " + annotation, e);
        }
    }
}
