package dev.embeam.libstdcxx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.embeam.fixture.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoundedHeapTest {
    private record Scored(float score, int item) {}

    @Test
    void keepsAndOrdersTiesAsTheLibraryDoes() {
        for (int testCase = 0; testCase < 3_000; testCase++) {
            SplittableRandom random = Seeds.random(testCase);
            int capacity = random.nextInt(1, 40);
            BoundedHeap heap = new BoundedHeap(capacity);
            List<Scored> expected = new ArrayList<>();
            for (int item = random.nextInt(120); item > 0; item--) {
                float score = random.nextInt(1 + testCase % 20);
                heap.add(score, item);
                pushAndPop(expected, capacity, new Scored(score, item));
            }
            heap.sort();
            sort(expected);
            assertThat(contents(heap)).as(Seeds.describe(testCase)).isEqualTo(expected);
        }
    }

    @Test
    void equalScoresAreTakenAndLowerOnesRefusedOnceFull() {
        BoundedHeap heap = new BoundedHeap(2);
        heap.add(1, 10);
        assertThat(heap.refuses(0)).isFalse();
        heap.add(2, 11);
        assertThat(heap.refuses(1)).isFalse();
        assertThat(heap.refuses(Math.nextDown(1f))).isTrue();
        heap.add(0, 12);
        heap.sort();
        assertThat(contents(heap)).containsExactly(new Scored(2, 11), new Scored(1, 10));
    }

    @Test
    void clearedHeapsStartAgain() {
        BoundedHeap heap = new BoundedHeap(3);
        heap.add(5, 1);
        heap.clear();
        assertThat(heap.size()).isZero();
        heap.add(1, 2);
        heap.sort();
        assertThat(contents(heap)).containsExactly(new Scored(1, 2));
    }

    @Test
    void heapsOfNothingAreRefused() {
        assertThatThrownBy(() -> new BoundedHeap(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    private static List<Scored> contents(BoundedHeap heap) {
        List<Scored> contents = new ArrayList<>();
        for (int i = 0; i < heap.size(); i++) {
            contents.add(new Scored(heap.score(i), heap.item(i)));
        }
        return contents;
    }

    /** {@code push_back}, {@code push_heap}, and where there are too many {@code pop_heap}, {@code pop_back}. */
    private static void pushAndPop(List<Scored> heap, int capacity, Scored value) {
        if (heap.size() == capacity && value.score < heap.get(0).score) {
            return;
        }
        heap.add(value);
        rise(heap, heap.size() - 1, value);
        if (heap.size() > capacity) {
            popTo(heap, heap.size() - 1);
            heap.remove(heap.size() - 1);
        }
    }

    private static void sort(List<Scored> heap) {
        for (int last = heap.size() - 1; last > 0; last--) {
            popTo(heap, last);
        }
    }

    private static void popTo(List<Scored> heap, int last) {
        Scored value = heap.get(last);
        heap.set(last, heap.get(0));
        int hole = 0;
        int child = 0;
        while (child < (last - 1) / 2) {
            child = 2 * (child + 1);
            if (heap.get(child).score > heap.get(child - 1).score) {
                child--;
            }
            heap.set(hole, heap.get(child));
            hole = child;
        }
        if (last % 2 == 0 && last > 0 && child == (last - 2) / 2) {
            child = 2 * (child + 1);
            heap.set(hole, heap.get(child - 1));
            hole = child - 1;
        }
        rise(heap, hole, value);
    }

    private static void rise(List<Scored> heap, int from, Scored value) {
        int hole = from;
        while (hole > 0 && heap.get((hole - 1) / 2).score > value.score) {
            heap.set(hole, heap.get((hole - 1) / 2));
            hole = (hole - 1) / 2;
        }
        heap.set(hole, value);
    }
}
