package dev.embeam.pipeline.option;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Where vectors go, and in which form. */
public interface OutputOptions extends FolderOptions {
    @Description("Numbers of a stored vector: float32, float16, int8 (with a calibration over the collection), binary.")
    @Default.String("float32")
    String getPrecision();

    void setPrecision(String precision);

    @Description(
            "Folder of an earlier int8 output whose calibration is used again, so that its vectors compare with the new"
                    + " ones; by default the collection's own ranges, found while vectors are first kept as float32.")
    @Default.String("")
    String getCalibration();

    void setCalibration(String calibration);

    @Description("Compression of the vector column: none, snappy, zstd. Text columns are always zstd.")
    @Default.String("none")
    String getCompression();

    void setCompression(String compression);

    @Description("Size at which a file is closed and the next one begun, in megabytes (2^20 bytes), 64 to 512.")
    @Default.Integer(256)
    int getFileMegabytes();

    void setFileMegabytes(int fileMegabytes);
}
