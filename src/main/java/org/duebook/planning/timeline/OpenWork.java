package org.duebook.planning.timeline;

import java.util.Arrays;

/** Operations still to be looked at, those with the smallest key first; one may be in it several times. */
final class OpenWork {
    private long[] heap = new long[32];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int key, int operation) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        long value = (long) key << 32 | operation;
        int at = size++;
        while (at > 0 && heap[(at - 1) >>> 1] > value) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = value;
    }

    /** The operation with the smallest key; taken out however often it was in. */
    int take() {
        long first = heap[0];
        do {
            drop();
        } while (size > 0 && heap[0] == first);
        return (int) first;
    }

    private void drop() {
        long value = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= value) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = value;
    }
}
