package dev.embeam.snapshot;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Iceberg's tables by their location: folders, or names of a JDBC catalog. */
final class TableAccess {
    private TableAccess() {}

    /** No table is where none can be. */
    static boolean exists(TableLocation location) {
        if (!location.renamesAtOnce()) {
            return false;
        }
        return location.catalog().isEmpty()
                ? folders(location).exists(folder(location))
                : inCatalog(location, catalog -> catalog.tableExists(TableIdentifier.parse(location.table())));
    }

    static Table load(TableLocation location) {
        location.requireRenaming();
        return location.catalog().isEmpty()
                ? folders(location).load(folder(location))
                : openCatalog(location).loadTable(TableIdentifier.parse(location.table()));
    }

    static Table create(TableLocation location, Schema schema, Map<String, String> properties) {
        location.requireRenaming();
        PartitionSpec whole = PartitionSpec.unpartitioned();
        return location.catalog().isEmpty()
                ? folders(location).create(schema, whole, SortOrder.unsorted(), properties, folder(location))
                : openCatalog(location)
                        .buildTable(TableIdentifier.parse(location.table()), schema)
                        .withProperties(properties)
                        .create();
    }

    /** A path without a scheme is a local one, whatever the default of an installed Hadoop is. */
    static String folder(TableLocation location) {
        String path = location.table();
        boolean local = !path.matches("^[a-zA-Z][a-zA-Z0-9+.-]*:.*");
        String whole =
                local ? new File(path).getAbsoluteFile().toPath().normalize().toString() : path;
        return whole.endsWith("/") && whole.length() > 1 ? whole.substring(0, whole.length() - 1) : whole;
    }

    private static HadoopTables folders(TableLocation location) {
        return new HadoopTables(configuration(location));
    }

    private static Configuration configuration(TableLocation location) {
        Configuration configuration = new Configuration();
        location.hadoop().forEach(configuration::set);
        configuration.set("fs.defaultFS", "file:///");
        // Without a checksum file beside every file, which no other reader knows.
        configuration.set("fs.file.impl", RawLocalFileSystem.class.getName());
        configuration.setBoolean("fs.file.impl.disable.cache", true);
        configuration.set(HadoopTables.LOCK_PROPERTY_PREFIX + CatalogProperties.LOCK_IMPL, FileLock.class.getName());
        return configuration;
    }

    private static JdbcCatalog openCatalog(TableLocation location) {
        JdbcCatalog catalog = new JdbcCatalog();
        catalog.setConf(configuration(location));
        Map<String, String> properties = new HashMap<>();
        properties.put(CatalogProperties.URI, location.catalog());
        properties.put(CatalogProperties.WAREHOUSE_LOCATION, location.warehouse());
        catalog.initialize("embeam", properties);
        return catalog;
    }

    private static boolean inCatalog(TableLocation location, Predicate<Catalog> question) {
        try (JdbcCatalog catalog = openCatalog(location)) {
            return question.test(catalog);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
