package dev.embeam.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the header of a safetensors file says of one tensor.
 *
 * @param name its name
 * @param type its element type
 * @param shape its sides, none of them negative; empty for a single number
 * @param position byte of the file where its numbers start
 * @param bytes how many bytes they take
 */
record Tensor(String name, TensorType type, List<Long> shape, long position, long bytes) {
    Tensor {
        shape = List.copyOf(shape);
    }

    /** Type and shape for messages, such as {@code F32 [32768, 256]}. */
    String describe() {
        return type + shape.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
    }
}
