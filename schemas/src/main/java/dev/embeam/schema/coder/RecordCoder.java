package dev.embeam.schema.coder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * A deterministic coder of one record type, written as two methods over data streams. Encodings are self-delimiting, so
 * records nest. Every subclass is stateless: one instance equals another of its class.
 *
 * @param <T> the record
 */
abstract class RecordCoder<T> extends AtomicCoder<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    RecordCoder(Class<T> type) {
        this.type = type;
    }

    abstract void write(T value, DataOutputStream out) throws IOException;

    abstract T read(DataInputStream in) throws IOException;

    @Override
    public final void encode(T value, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        write(value, data);
        data.flush();
    }

    @Override
    public final T decode(InputStream in) throws IOException {
        return read(new DataInputStream(in));
    }

    @Override
    public boolean consistentWithEquals() {
        return true;
    }

    @Override
    public final TypeDescriptor<T> getEncodedTypeDescriptor() {
        return TypeDescriptor.of(type);
    }
}
