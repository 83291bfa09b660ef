package dev.embeam.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HuffmanTreeTest {
    @Test
    void oneLabelIsTheRootItself() {
        HuffmanTree tree = HuffmanTree.of(7);
        assertThat(tree.root()).isZero();
        assertThat(tree.isLeaf(tree.root())).isTrue();
        assertThat(tree.depth()).isZero();
    }

    @Test
    void theRarestLabelsAreTheDeepest() {
        HuffmanTree tree = HuffmanTree.of(10, 3, 2, 1);
        assertThat(tree.left(4)).isEqualTo(3);
        assertThat(tree.right(4)).isEqualTo(2);
        // Of a label and a node that count the same, the node is taken.
        assertThat(tree.left(5)).isEqualTo(4);
        assertThat(tree.right(5)).isEqualTo(1);
        assertThat(tree.left(tree.root())).isEqualTo(5);
        assertThat(tree.right(tree.root())).isZero();
        assertThat(tree.depth()).isEqualTo(3);
    }

    @Test
    void labelsThatWereNeverCountedStillMakeATree() {
        HuffmanTree tree = HuffmanTree.of(new long[1000]);
        assertThat(tree.depth()).isEqualTo(999);
    }

    @Test
    void countsBeyondWhatAnUnbuiltNodeCountsAreRefused() {
        assertThatThrownBy(() -> HuffmanTree.of(2_000_000_000_000_000L, 2_000_000_000_000_000L, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2000000000000000");
    }
}
