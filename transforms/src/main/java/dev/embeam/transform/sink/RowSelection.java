package dev.embeam.transform.sink;

import dev.embeam.schema.DocumentKeys;
import dev.embeam.schema.parquet.EncodedRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;

/** Blocks of a file of vectors without some of its rows; vectors are copied as they are stored. */
final class RowSelection {
    private RowSelection() {}

    /**
     * What is left of a block.
     *
     * @param dropped rows of the file to leave out
     * @param droppedIds is told the row and the id of each of them
     */
    static EncodedRows without(
            EncodedRows block, BitSet dropped, int rowBytes, BiConsumer<Integer, String> droppedIds) {
        DocumentKeys keys = block.keys();
        int[] kept = new int[keys.size()];
        int size = 0;
        for (int i = 0; i < kept.length; i++) {
            int row = Math.toIntExact(keys.positions()[i]);
            if (dropped.get(row)) {
                droppedIds.accept(row, keys.ids().get(i));
            } else {
                kept[size++] = i;
            }
        }
        return size == kept.length ? block : select(block, Arrays.copyOf(kept, size), rowBytes);
    }

    private static EncodedRows select(EncodedRows block, int[] kept, int rowBytes) {
        byte[] rows = new byte[Math.multiplyExact(kept.length, rowBytes)];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(block.rows(), kept[i] * rowBytes, rows, i * rowBytes, rowBytes);
        }
        return new EncodedRows(block.keys().select(kept), rows);
    }
}
