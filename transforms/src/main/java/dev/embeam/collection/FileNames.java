package dev.embeam.collection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What can be told from the names of files. */
public final class FileNames {
    private FileNames() {}

    /**
     * What ids made for each of these files start with: the file's name, or, if two files have the same one, each path from
     * the deepest folder on that holds all of them.
     */
    public static List<String> labels(List<String> paths) {
        List<String> names = paths.stream().map(FileNames::name).toList();
        if (new HashSet<>(names).size() == names.size()) {
            return names;
        }
        String first = paths.get(0);
        int common = first.length();
        for (String path : paths) {
            int mismatch = Arrays.mismatch(first.toCharArray(), path.toCharArray());
            common = mismatch < 0 ? common : Math.min(common, mismatch);
        }
        int folder = first.lastIndexOf('/', common - 1) + 1;
        return paths.stream().map(path -> path.substring(folder)).toList();
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What follows the last dot of a name, in lower case; empty if there is none. */
    static String extension(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether an ending is in a list of them with a space between two. */
    static boolean isOneOf(String extension, String extensions) {
        return !extension.isEmpty() && (" " + extensions + " ").contains(" " + extension + " ");
    }
}
