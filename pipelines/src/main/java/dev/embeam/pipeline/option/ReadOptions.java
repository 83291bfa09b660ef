package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How documents are read. */
public interface ReadOptions extends PipelineOptions {
    @Description("Format of the files: by-name, json-lines, csv, tsv, parquet, lines.")
    @Default.String("by-name")
    String getInputFormat();

    void setInputFormat(String inputFormat);

    @Description("Compression of the files: by-name, none, gzip, zstd.")
    @Default.String("by-name")
    String getInputCompression();

    void setInputCompression(String inputCompression);

    @Description(
            "Field that holds a document's id. By default the first of id, _id, docid, doc_id that a file has; a file"
                    + " with none of them gets ids of file name and line number.")
    @Default.String("")
    String getIdField();

    void setIdField(String idField);

    @Description("Fields that make up the text, separated by commas; their values are joined by one space.")
    @Default.String("text")
    String getTextFields();

    void setTextFields(String textFields);

    @Description("Fields to carry through to the output as text columns, separated by commas.")
    @Default.String("")
    String getKeepFields();

    void setKeepFields(String keepFields);

    @Description("Longest record, in bytes; a longer one is a failed record.")
    @Default.Integer(16 << 20)
    int getMaxRecordBytes();

    void setMaxRecordBytes(int maxRecordBytes);

    @Description(
            "How many records may fail (broken JSON, missing fields, duplicate ids, ...) before the whole job does. Failed"
                    + " records are kept in failed/*.jsonl.")
    @Default.Long(0)
    long getMaxFailures();

    void setMaxFailures(long maxFailures);
}
