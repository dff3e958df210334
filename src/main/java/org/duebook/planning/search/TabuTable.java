package org.duebook.planning.search;

import java.util.Arrays;

/** Step until which an order of two operations, or an operation on a machine, may not come back; kept by hash. */
final class TabuTable {
    private static final int BITS = 20;

    private final int[] until = new int[1 << BITS];
    private int step;

    void clear() {
        Arrays.fill(until, 0);
        step = 0;
    }

    int step() {
        return step;
    }

    void nextStep() {
        step++;
    }

    void forbidPair(int before, int behind, int untilStep) {
        until[pair(before, behind)] = untilStep;
    }

    void forbidMachine(int operation, int machine, int untilStep) {
        until[onMachine(operation, machine)] = untilStep;
    }

    boolean isPairTabu(int before, int behind) {
        return until[pair(before, behind)] >= step;
    }

    boolean isMachineTabu(int operation, int machine) {
        return until[onMachine(operation, machine)] >= step;
    }

    private static int pair(int a, int b) {
        return hash(a * 0x9E3779B97F4A7C15L + b);
    }

    private static int onMachine(int o, int m) {
        return hash(~(o * 0x9E3779B97F4A7C15L + m));
    }

    private static int hash(long key) {
        long h = key * 0xBF58476D1CE4E5B9L;
        h ^= h >>> 31;
        return (int) ((h * 0x94D049BB133111EBL) >>> (64 - BITS));
    }
}
