package dev.embeam.model;

/** The element types of safetensors files and their widths in bytes. */
enum TensorType {
    BOOL(1),
    U8(1),
    I8(1),
    F8_E4M3(1),
    F8_E5M2(1),
    U16(2),
    I16(2),
    F16(2),
    BF16(2),
    U32(4),
    I32(4),
    F32(4),
    U64(8),
    I64(8),
    F64(8);

    private final int width;

    TensorType(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }
}
