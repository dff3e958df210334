package org.duebook.policy.cover;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A set of pieces of an axis, by their numbers from 0; never changes. */
final class Atoms {

    static final Atoms NONE = new Atoms(new int[0]);

    /** First and last number of each run, in order, never touching. */
    private final int[] runs;

    private Atoms(int[] runs) {
        this.runs = runs;
    }

    static Atoms range(int first, int last) {
        return last < first ? NONE : new Atoms(new int[] {first, last});
    }

    Atoms plus(Atoms other) {
        return join(this, other);
    }

    private static Atoms join(Atoms a, Atoms b) {
        int[] all = new int[a.runs.length + b.runs.length];
        int n = 0;
        for (int i = 0, j = 0; i < a.runs.length || j < b.runs.length; ) {
            boolean left = j >= b.runs.length || i < a.runs.length && a.runs[i] <= b.runs[j];
            int first = left ? a.runs[i] : b.runs[j];
            int last = left ? a.runs[i + 1] : b.runs[j + 1];
            i += left ? 2 : 0;
            j += left ? 0 : 2;
            if (n > 0 && first <= all[n - 1] + 1) {
                all[n - 1] = Math.max(all[n - 1], last);
            } else {
                all[n++] = first;
                all[n++] = last;
            }
        }
        return new Atoms(Arrays.copyOf(all, n));
    }

    Atoms and(Atoms other) {
        int[] common = new int[runs.length + other.runs.length];
        int n = 0;
        for (int i = 0, j = 0; i < runs.length && j < other.runs.length; ) {
            int first = Math.max(runs[i], other.runs[j]);
            int last = Math.min(runs[i + 1], other.runs[j + 1]);
            if (first <= last) {
                common[n++] = first;
                common[n++] = last;
            }
            if (runs[i + 1] < other.runs[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return new Atoms(Arrays.copyOf(common, n));
    }

    Atoms minus(Atoms other) {
        Atoms left = this;
        int[] rest = new int[runs.length + other.runs.length + 2];
        int n = 0;
        int j = 0;
        for (int i = 0; i < left.runs.length; i += 2) {
            int first = left.runs[i];
            int last = left.runs[i + 1];
            while (j < other.runs.length && other.runs[j + 1] < first) {
                j += 2;
            }
            for (int k = j; k < other.runs.length && other.runs[k] <= last && first <= last; k += 2) {
                if (other.runs[k] > first) {
                    rest[n++] = first;
                    rest[n++] = other.runs[k] - 1;
                }
                first = other.runs[k + 1] + 1;
            }
            if (first <= last) {
                rest[n++] = first;
                rest[n++] = last;
            }
        }
        return new Atoms(Arrays.copyOf(rest, n));
    }

    boolean meets(Atoms other) {
        for (int i = 0, j = 0; i < runs.length && j < other.runs.length; ) {
            if (runs[i + 1] < other.runs[j]) {
                i += 2;
            } else if (other.runs[j + 1] < runs[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean holds(Atoms other) {
        return other.minus(this).isEmpty();
    }

    boolean has(int number) {
        return IntStream.range(0, runs.length / 2)
                .anyMatch(run -> runs[2 * run] <= number && number <= runs[2 * run + 1]);
    }

    boolean isEmpty() {
        return runs.length == 0;
    }

    int size() {
        return IntStream.range(0, runs.length / 2)
                .map(run -> runs[2 * run + 1] - runs[2 * run] + 1)
                .sum();
    }

    /** The number at a place of the set in order. */
    int at(int place) {
        int left = place;
        for (int run = 0; run < runs.length; run += 2) {
            int length = runs[run + 1] - runs[run] + 1;
            if (left < length) {
                return runs[run] + left;
            }
            left -= length;
        }
        throw new IndexOutOfBoundsException("place " + place + " of " + size());
    }

    /** First and last numbers of its runs. */
    int[] runs() {
        return runs.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Atoms atoms && Arrays.equals(runs, atoms.runs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(runs);
    }
}
