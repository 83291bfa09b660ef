package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/** Which table of vectors a command works on. */
public interface TableOptions extends PipelineOptions {
    @Description("The table of vectors (Apache Iceberg): a folder, or with --catalog a name such as search.articles.")
    @Validation.Required
    String getTable();

    void setTable(String table);

    @Description(
            "JDBC catalog that knows the table, such as jdbc:postgresql://host/catalog; the driver has to be on the"
                    + " class path. Empty: the table is a folder.")
    @Default.String("")
    String getCatalog();

    void setCatalog(String catalog);

    @Description("Folder under which the catalog's tables keep their files.")
    @Default.String("")
    String getWarehouse();

    void setWarehouse(String warehouse);
}
