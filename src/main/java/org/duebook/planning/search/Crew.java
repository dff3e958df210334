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

/** Threads that work off the tasks of a round. What comes out does not depend on how many there are. */
final class Crew implements AutoCloseable {
    private static final int LOOK_EVERY_MILLIS = 20;

    private final IntSupplier size;
    private final Budget budget;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "plan-search");
        thread.setDaemon(true);
        return thread;
    });

    /** @param size how many tasks may run at once, asked before each is begun */
    Crew(IntSupplier size, Budget budget) {
        this.size = size;
        this.budget = budget;
    }

    /** Results in the order of the tasks, once all are done. */
    <T> List<T> all(List<Callable<T>> tasks) {
        List<Future<T>> running = new ArrayList<>();
        List<T> results = new ArrayList<>();
        for (Callable<T> task : tasks) {
            while (running.size() - results.size() >= Math.max(1, size.getAsInt())) {
                results.add(result(running.get(results.size())));
            }
            running.add(threads.submit(task));
        }
        while (results.size() < running.size()) {
            results.add(result(running.get(results.size())));
        }
        return results;
    }

    private <T> T result(Future<T> future) {
        try {
            while (true) {
                budget.look();
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
