package dev.embeam.transform.sink;

import dev.embeam.identity.DuplicateRow;
import dev.embeam.schema.Calibration;
import dev.embeam.schema.coder.EncodingCountsCoder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.Coder;

/** Coders of the records that flow between the steps of {@link WriteEmbeddings}. */
final class SinkCoders {
    static final Coder<WrittenFile> WRITTEN_FILE = new WrittenFileCoder();
    static final Coder<DuplicateRow> DUPLICATE_ROW = new DuplicateRowCoder();
    static final Coder<FailureSummary> FAILURE_SUMMARY = new FailureSummaryCoder();
    static final Coder<Calibration> CALIBRATION = new CalibrationCoder();

    private SinkCoders() {}

    private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readFloats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static final class CalibrationCoder extends AtomicCoder<Calibration> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(Calibration value, OutputStream stream) throws IOException {
            DataOutputStream out = new DataOutputStream(stream);
            writeFloats(value.min(), out);
            writeFloats(value.max(), out);
        }

        @Override
        public Calibration decode(InputStream stream) throws IOException {
            DataInputStream in = new DataInputStream(stream);
            return new Calibration(readFloats(in), readFloats(in));
        }
    }

    private static final class WrittenFileCoder extends AtomicCoder<WrittenFile> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(WrittenFile file, OutputStream stream) throws IOException {
            DataOutputStream out = new DataOutputStream(stream);
            out.writeUTF(file.path());
            out.writeLong(file.rows());
            out.writeLong(file.bytes());
            out.writeUTF(file.sha256());
            out.writeUTF(file.firstSource());
            out.writeLong(file.firstPosition());
            EncodingCountsCoder.of().encode(file.counts(), out);
            CALIBRATION.encode(file.ranges(), out);
            out.writeUTF(file.kernel());
            out.writeLong(file.closedMillis());
        }

        @Override
        public WrittenFile decode(InputStream stream) throws IOException {
            DataInputStream in = new DataInputStream(stream);
            return new WrittenFile(
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readLong(),
                    EncodingCountsCoder.of().decode(in),
                    CALIBRATION.decode(in),
                    in.readUTF(),
                    in.readLong());
        }
    }

    private static final class DuplicateRowCoder extends AtomicCoder<DuplicateRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(DuplicateRow row, OutputStream stream) throws IOException {
            DataOutputStream out = new DataOutputStream(stream);
            out.writeInt(row.row());
            out.writeUTF(row.source());
            out.writeLong(row.position());
            out.writeUTF(row.firstSource());
            out.writeLong(row.firstPosition());
        }

        @Override
        public DuplicateRow decode(InputStream stream) throws IOException {
            DataInputStream in = new DataInputStream(stream);
            return new DuplicateRow(in.readInt(), in.readUTF(), in.readLong(), in.readUTF(), in.readLong());
        }
    }

    private static final class FailureSummaryCoder extends AtomicCoder<FailureSummary> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(FailureSummary summary, OutputStream stream) throws IOException {
            DataOutputStream out = new DataOutputStream(stream);
            out.writeUTF(summary.path());
            out.writeLong(summary.count());
            out.writeLong(summary.bytes());
            out.writeUTF(summary.sha256());
        }

        @Override
        public FailureSummary decode(InputStream stream) throws IOException {
            DataInputStream in = new DataInputStream(stream);
            return new FailureSummary(in.readUTF(), in.readLong(), in.readLong(), in.readUTF());
        }
    }
}
