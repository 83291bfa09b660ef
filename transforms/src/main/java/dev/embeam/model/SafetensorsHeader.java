package dev.embeam.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.embeam.schema.CorruptDataException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Reads the header of a safetensors file and checks everything it says: types known, sizes equal to shape times width, and
 * the tensors lying end to end from the first byte after the header to the last of the file.
 */
final class SafetensorsHeader {
    private static final String METADATA = "__metadata__";

    private final String source;
    private final long dataStart;

    private SafetensorsHeader(String source, long dataStart) {
        this.source = source;
        this.dataStart = dataStart;
    }

    /** The tensors in the order of their bytes. */
    static List<Tensor> parse(byte[] header, long fileSize, String source) {
        return new SafetensorsHeader(source, Long.BYTES + (long) header.length).tensors(header, fileSize);
    }

    private List<Tensor> tensors(byte[] header, long fileSize) {
        JsonNode root = Json.read(header, source, "header");
        if (!root.isObject()) {
            throw refusal("header", "a list", "an object of tensors");
        }
        List<Tensor> tensors = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = root.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().equals(METADATA)) {
                tensors.add(tensor(field.getKey(), field.getValue()));
            }
        }
        tensors.sort(Comparator.comparingLong(Tensor::position).thenComparingLong(Tensor::bytes));
        checkContiguous(tensors, fileSize);
        return tensors;
    }

    private Tensor tensor(String name, JsonNode node) {
        TensorType type = type(name, node.path("dtype"));
        List<Long> shape = numbers(name, "shape", node.path("shape"));
        List<Long> offsets = numbers(name, "data_offsets", node.path("data_offsets"));
        if (offsets.size() != 2 || offsets.get(1) < offsets.get(0)) {
            throw refusal(name, "data_offsets " + offsets, "a start and an end");
        }
        long bytes = offsets.get(1) - offsets.get(0);
        if (bytes != size(name, type, shape)) {
            throw refusal(
                    name,
                    "it has " + bytes + " bytes",
                    size(name, type, shape) + " for " + type + " " + shape + ": the file is damaged");
        }
        return new Tensor(name, type, shape, sum(name, dataStart, offsets.get(0)), bytes);
    }

    private TensorType type(String name, JsonNode node) {
        for (TensorType type : TensorType.values()) {
            if (node.isTextual() && type.name().equals(node.textValue())) {
                return type;
            }
        }
        throw refusal(name, "dtype " + node, "one of " + List.of(TensorType.values()));
    }

    private List<Long> numbers(String name, String field, JsonNode node) {
        if (!node.isArray()) {
            throw refusal(name, field + " " + node, "a list of numbers");
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : node) {
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw refusal(name, field + " with " + number, "whole numbers from 0");
            }
            numbers.add(number.longValue());
        }
        return numbers;
    }

    private long size(String name, TensorType type, List<Long> shape) {
        try {
            long size = type.width();
            for (long side : shape) {
                size = Math.multiplyExact(size, side);
            }
            return size;
        } catch (ArithmeticException e) {
            throw new CorruptDataException(source, place(name), "shape " + shape, "fewer than 2^63 bytes", e);
        }
    }

    private long sum(String name, long a, long b) {
        if (b > Long.MAX_VALUE - a) {
            throw refusal(name, "data_offsets from " + b, "an offset inside the file");
        }
        return a + b;
    }

    private void checkContiguous(List<Tensor> tensors, long fileSize) {
        long end = dataStart;
        for (Tensor tensor : tensors) {
            if (tensor.position() != end) {
                throw refusal(
                        tensor.name(),
                        "its numbers start at byte " + tensor.position(),
                        "byte " + end + ", where the tensor before it ends");
            }
            end = sum(tensor.name(), end, tensor.bytes());
        }
        if (end != fileSize) {
            throw new CorruptDataException(
                    source,
                    "",
                    "the file has " + fileSize + " bytes",
                    end + " as its header says: it was cut off or damaged, fetch it again");
        }
    }

    private CorruptDataException refusal(String name, String actual, String expected) {
        return new CorruptDataException(source, place(name), actual, expected);
    }

    private static String place(String name) {
        return name.equals("header") ? name : "tensor \"" + name + "\"";
    }
}
