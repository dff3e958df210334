package org.duebook.planning.timeline;

import java.util.ArrayList;
import java.util.List;

/** What a timeline looked like before each change since its open marks: last in, first out. */
final class UndoLog {
    /** Takes one logged entry. */
    interface Restore {
        void accept(int index, int a, int b, int c);
    }

    private final IntList links = new IntList();
    private final IntList times = new IntList();
    private final IntList jobs = new IntList();
    private final List<Frame> frames = new ArrayList<>();

    private record Frame(int links, int times, int jobs, int order, long[] totals) {}

    boolean active() {
        return !frames.isEmpty();
    }

    void push(int orderSize, long... totals) {
        frames.add(new Frame(links.size(), times.size(), jobs.size(), orderSize, totals));
    }

    void pop() {
        frames.removeLast();
        if (frames.isEmpty()) {
            links.clear();
            times.clear();
            jobs.clear();
        }
    }

    void link(int operation, int machine, int before, int duration) {
        links.add(operation, machine, before, duration);
    }

    void times(int operation, int start, int end, int setup, boolean moved) {
        times.add(operation, start, end, setup << 1 | (moved ? 1 : 0));
    }

    void job(int job, int completion, int start) {
        jobs.add(job, completion, start, 0);
    }

    void restoreLinks(Restore restore) {
        restore(links, frames.getLast().links, restore);
    }

    void restoreTimes(Restore restore) {
        restore(times, frames.getLast().times, restore);
    }

    void restoreJobs(Restore restore) {
        restore(jobs, frames.getLast().jobs, restore);
    }

    int orderSize() {
        return frames.getLast().order;
    }

    long[] totals() {
        return frames.getLast().totals;
    }

    private static void restore(IntList list, int downTo, Restore restore) {
        while (list.size() > downTo) {
            int c = list.removeLast();
            int b = list.removeLast();
            int a = list.removeLast();
            restore.accept(list.removeLast(), a, b, c);
        }
    }
}
