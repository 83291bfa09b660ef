package dev.embeam.collection;

import java.util.ArrayList;
import java.util.List;

/**
 * Which slot of {@link RecordValues} plays which part.
 *
 * @param names the wanted fields, each once
 * @param id slot of the id, or -1 where ids are made
 * @param texts slots of the text fields, in order
 * @param kept slots of the kept fields, in order
 */
record FieldRoles(List<String> names, int id, int[] texts, int[] kept) {
    static FieldRoles of(CollectionFile file, ReadSettings settings) {
        List<String> names = new ArrayList<>();
        // Plain lines have one field without a name of its own.
        List<String> textFields = file.format() == InputFormat.LINES ? List.of("text") : settings.textFields();
        int[] texts = textFields.stream().mapToInt(name -> slot(names, name)).toArray();
        int[] kept = settings.keepFields().stream()
                .mapToInt(name -> slot(names, name))
                .toArray();
        int id = file.generatesIds() ? -1 : slot(names, file.idField());
        return new FieldRoles(List.copyOf(names), id, texts, kept);
    }

    private static int slot(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }
}
