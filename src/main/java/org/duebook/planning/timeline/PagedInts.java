package org.duebook.planning.timeline;

import java.util.Arrays;

/**
 * A growing list of ints that is cheap to copy: copies share their pages until one of them writes. What was copied from may
 * not be written any more; it may then be read and copied by many threads at once.
 */
final class PagedInts {
    private static final int SHIFT = 6;
    private static final int SIZE = 1 << SHIFT;
    private static final int MASK = SIZE - 1;

    private int[][] pages;
    private boolean[] own;
    private int size;

    private PagedInts(int[][] pages, boolean[] own, int size) {
        this.pages = pages;
        this.own = own;
        this.size = size;
    }

    static PagedInts of(int[] values) {
        int[][] pages = new int[(values.length + MASK) >> SHIFT][];
        boolean[] own = new boolean[pages.length];
        for (int p = 0; p < pages.length; p++) {
            pages[p] = Arrays.copyOfRange(values, p << SHIFT, (p + 1) << SHIFT);
            own[p] = true;
        }
        return new PagedInts(pages, own, values.length);
    }

    /** As many times that value. */
    static PagedInts filled(int size, int value) {
        int[] values = new int[size];
        Arrays.fill(values, value);
        return of(values);
    }

    PagedInts copy() {
        return new PagedInts(pages.clone(), new boolean[pages.length], size);
    }

    int size() {
        return size;
    }

    int get(int index) {
        return pages[index >> SHIFT][index & MASK];
    }

    void set(int index, int value) {
        owned(index >> SHIFT)[index & MASK] = value;
    }

    void add(int value) {
        int page = size >> SHIFT;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + 1);
            own = Arrays.copyOf(own, page + 1);
            pages[page] = new int[SIZE];
            own[page] = true;
        }
        owned(page)[size & MASK] = value;
        size++;
    }

    private int[] owned(int page) {
        if (!own[page]) {
            pages[page] = pages[page].clone();
            own[page] = true;
        }
        return pages[page];
    }
}
