package dev.embeam.schema.parquet;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.PredictionBatch;
import dev.embeam.schema.PredictionLayout;
import dev.embeam.schema.TextColumn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** A document of a batch of predictions, as a row of Parquet. One object stands for one row after the other. */
final class PredictionRow {
    private static final String LIST = "list";
    private static final String ELEMENT = "element";

    private PredictionBatch batch =
            new PredictionBatch(DocumentKeys.ofIds(), new int[1], new int[0], new float[0], new byte[0]);
    private int number;

    void set(PredictionBatch newBatch, int newNumber) {
        batch = newBatch;
        number = newNumber;
    }

    static MessageType schema(PredictionLayout layout) {
        Types.MessageTypeBuilder builder = Types.buildMessage();
        builder.addField(text(Type.Repetition.REQUIRED, PredictionLayout.ID));
        for (String field : layout.keptFields()) {
            builder.addField(text(Type.Repetition.OPTIONAL, field));
        }
        builder.addField(Types.requiredList()
                .element(text(Type.Repetition.REQUIRED, ELEMENT))
                .named(PredictionLayout.LABELS));
        builder.addField(Types.requiredList()
                .element(Types.required(PrimitiveTypeName.FLOAT).named(ELEMENT))
                .named(PredictionLayout.PROBABILITIES));
        if (layout.withStage()) {
            builder.addField(Types.required(PrimitiveTypeName.INT32).named(PredictionLayout.STAGE));
        }
        return builder.named("predictions");
    }

    private static Type text(Type.Repetition repetition, String name) {
        return Types.primitive(PrimitiveTypeName.BINARY, repetition)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private void write(Columns out) {
        RecordConsumer to = Objects.requireNonNull(out.consumer);
        to.startMessage();
        int column = 0;
        writeText(to, PredictionLayout.ID, column++, batch.keys().ids());
        for (int field = 0; field < out.layout.keptFields().size(); field++) {
            writeText(
                    to,
                    out.layout.keptFields().get(field),
                    column++,
                    batch.keys().kept().get(field));
        }
        writeList(to, PredictionLayout.LABELS, column++, at -> to.addBinary(out.labels.get(batch.labels()[at])));
        writeList(to, PredictionLayout.PROBABILITIES, column++, at -> to.addFloat(batch.probabilities()[at]));
        if (out.layout.withStage()) {
            to.startField(PredictionLayout.STAGE, column);
            to.addInteger(batch.stages()[number]);
            to.endField(PredictionLayout.STAGE, column);
        }
        to.endMessage();
    }

    private void writeText(RecordConsumer to, String name, int column, TextColumn texts) {
        if (!texts.isAbsent(number)) {
            to.startField(name, column);
            to.addBinary(Binary.fromString(texts.get(number)));
            to.endField(name, column);
        }
    }

    private void writeList(RecordConsumer to, String name, int column, Element element) {
        to.startField(name, column);
        to.startGroup();
        int from = batch.offsets()[number];
        int end = batch.offsets()[number + 1];
        if (end > from) {
            to.startField(LIST, 0);
            for (int at = from; at < end; at++) {
                to.startGroup();
                to.startField(ELEMENT, 0);
                element.write(at);
                to.endField(ELEMENT, 0);
                to.endGroup();
            }
            to.endField(LIST, 0);
        }
        to.endGroup();
        to.endField(name, column);
    }

    @FunctionalInterface
    private interface Element {
        void write(int at);
    }

    /** Makes a writer of rows. */
    static final class Builder extends ParquetWriter.Builder<PredictionRow, Builder> {
        private final PredictionLayout layout;

        Builder(OutputFile file, PredictionLayout layout) {
            super(file);
            this.layout = layout;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<PredictionRow> getWriteSupport(Configuration conf) {
            return new Columns(layout);
        }

        @Override
        protected WriteSupport<PredictionRow> getWriteSupport(ParquetConfiguration conf) {
            return new Columns(layout);
        }
    }

    private static final class Columns extends WriteSupport<PredictionRow> {
        private final PredictionLayout layout;
        private final List<Binary> labels;
        private @Nullable RecordConsumer consumer;

        Columns(PredictionLayout layout) {
            this.layout = layout;
            labels = layout.labels().stream().map(Binary::fromString).toList();
        }

        @Override
        public WriteContext init(Configuration conf) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return context();
        }

        private WriteContext context() {
            return new WriteContext(schema(layout), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer to) {
            consumer = to;
        }

        @Override
        public void write(PredictionRow row) {
            row.write(this);
        }
    }
}
