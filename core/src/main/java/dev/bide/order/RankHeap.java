package dev.bide.order;

/**
 * Numbers, the lowest first.
 *
 * <p>A binary heap (Williams 1964) without boxes: O(log n) a change.
 */
final class RankHeap {

    private final int[] heap;
    private int size;

    RankHeap(int capacity) {
        heap = new int[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int lowest() {
        return heap[0];
    }

    void add(int rank) {
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > rank) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = rank;
    }

    void removeLowest() {
        int moved = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int lower = 2 * at + 1;
            if (lower + 1 < size && heap[lower + 1] < heap[lower]) {
                lower++;
            }
            if (heap[lower] >= moved) {
                break;
            }
            heap[at] = heap[lower];
            at = lower;
        }
        heap[at] = moved;
    }
}
