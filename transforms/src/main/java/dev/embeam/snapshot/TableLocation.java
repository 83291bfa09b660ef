package dev.embeam.snapshot;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a table is: a folder, local or on HDFS, or a name in a JDBC catalog.
 *
 * @param table path of the folder; with a catalog the name, such as {@code search.articles}
 * @param catalog URI of the JDBC catalog, such as {@code jdbc:postgresql://host/catalog}; empty without one
 * @param warehouse folder under which a catalog's tables keep their files; empty without a catalog
 * @param hadoop settings of Hadoop beside its defaults, such as how the name nodes of an HDFS are found
 */
public record TableLocation(String table, String catalog, String warehouse, Map<String, String> hadoop)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    /** File systems that give a file its name at once, and to one of two who ask for it at once. */
    private static final List<String> RENAMING = List.of("", "file", "hdfs", "webhdfs", "viewfs");

    /** Checks that a catalog has a warehouse. */
    public TableLocation {
        hadoop = Map.copyOf(hadoop);
        if (table.isBlank()) {
            throw new IllegalArgumentException("table is empty; expected a folder (--table=vectors-table)");
        }
        if (catalog.isEmpty() != warehouse.isEmpty()) {
            throw new IllegalArgumentException("catalog is \"" + catalog + "\" and warehouse is \"" + warehouse
                    + "\"; expected both, or neither for a table that is a folder");
        }
    }

    /** Without settings of Hadoop. */
    public TableLocation(String table, String catalog, String warehouse) {
        this(table, catalog, warehouse, Map.of());
    }

    /** Whether its files lie where a commit can be atomic. */
    boolean renamesAtOnce() {
        return RENAMING.contains(scheme(files()));
    }

    /**
     * Refuses a table whose files lie elsewhere.
     *
     * @throws IllegalArgumentException with the reason
     */
    void requireRenaming() {
        if (!renamesAtOnce()) {
            throw new IllegalArgumentException((catalog.isEmpty() ? "table is " : "warehouse is ") + files() + ", but "
                    + scheme(files())
                    + ":// cannot rename a file at once to a name that nobody has, so that of two runs"
                    + " at once one would be lost; expected a local folder or one on hdfs://");
        }
    }

    private String files() {
        return catalog.isEmpty() ? table : warehouse;
    }

    private static String scheme(String path) {
        return path.matches("^[a-zA-Z][a-zA-Z0-9+.-]*:/.*")
                ? path.substring(0, path.indexOf(':')).toLowerCase(Locale.ROOT)
                : "";
    }

    /** The same with settings of Hadoop, which go with it to the workers. */
    public TableLocation withHadoop(Map<String, String> settings) {
        return new TableLocation(table, catalog, warehouse, settings);
    }

    /** A table that is a folder. */
    public static TableLocation folder(String path) {
        return new TableLocation(path, "", "");
    }

    @Override
    public String toString() {
        return catalog.isEmpty() ? table : table + " of " + catalog;
    }
}
