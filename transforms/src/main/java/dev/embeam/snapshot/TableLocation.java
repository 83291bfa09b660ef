package dev.embeam.snapshot;

import java.io.Serializable;

/**
 * Where a table is: a folder, local or on HDFS, or a name in a JDBC catalog.
 *
 * @param table path of the folder; with a catalog the name, such as {@code search.articles}
 * @param catalog URI of the JDBC catalog, such as {@code jdbc:postgresql://host/catalog}; empty without one
 * @param warehouse folder under which a catalog's tables keep their files; empty without a catalog
 */
public record TableLocation(String table, String catalog, String warehouse) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks that a catalog has a warehouse. */
    public TableLocation {
        if (table.isBlank()) {
            throw new IllegalArgumentException("table is empty; expected a folder (--table=vectors-table)");
        }
        if (catalog.isEmpty() != warehouse.isEmpty()) {
            throw new IllegalArgumentException("catalog is \"" + catalog + "\" and warehouse is \"" + warehouse
                    + "\"; expected both, or neither for a table that is a folder");
        }
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
