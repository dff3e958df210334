package org.duebook.planning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/**
 * Threads that work off the tasks of a round. What comes out does not depend on how many there are, nor on when one of them
 * stands aside because fewer may work now.
 */
final class Crew implements AutoCloseable {
    private static final int LOOK_EVERY_MILLIS = 20;

    private final IntSupplier size;
    private final Budget budget;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "plan-search");
        thread.setDaemon(true);
        return thread;
    });

    private final Object turns = new Object();
    private volatile int allowed;
    private volatile int working;

    /** @param size how many tasks may run at once, asked again and again */
    Crew(IntSupplier size, Budget budget) {
        this.size = size;
        this.budget = budget;
        allowed = size.getAsInt();
    }

    /**
     * Whether the search must end; what a task polls. One task too many waits here until it may work on, so that a task that
     * runs for minutes gives its core back.
     */
    boolean over() {
        if (working > allowed) {
            standAside();
        }
        return budget.over();
    }

    private void standAside() {
        synchronized (turns) {
            if (working <= allowed) {
                return;
            }
            working--;
            try {
                waitForTurn();
            } finally {
                working++;
            }
        }
    }

    private void waitForTurn() {
        try {
            while (working >= allowed && !budget.over()) {
                turns.wait(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T work(Callable<T> task) throws Exception {
        synchronized (turns) {
            working++;
        }
        try {
            return task.call();
        } finally {
            synchronized (turns) {
                working--;
                turns.notifyAll();
            }
        }
    }

    /** Results in the order of the tasks, once all are done. */
    <T> List<T> all(List<Callable<T>> tasks) {
        List<Future<T>> running = new ArrayList<>();
        List<T> results = new ArrayList<>();
        for (Callable<T> task : tasks) {
            while (running.size() - results.size() >= Math.max(1, allowedNow())) {
                results.add(result(running.get(results.size())));
            }
            running.add(threads.submit(() -> work(task)));
        }
        while (results.size() < running.size()) {
            results.add(result(running.get(results.size())));
        }
        return results;
    }

    private int allowedNow() {
        allowed = size.getAsInt();
        return allowed;
    }

    private <T> T result(Future<T> future) {
        try {
            while (true) {
                budget.look();
                allowedNow();
                try {
                    return future.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillAtWork) {
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
