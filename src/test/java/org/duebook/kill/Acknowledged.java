package org.duebook.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The client's log of what was answered with success; each line is on disk before the client goes on. */
final class Acknowledged {

    /** Orders by the key they were sent under; a confirmed quote's order too. */
    final Map<String, String> orders = new ConcurrentHashMap<>();
    /** The promised date the customer was told, by order number. */
    final Map<String, String> promises = new ConcurrentHashMap<>();
    /** Lines of every imported order. */
    final Map<String, Integer> imported = new ConcurrentHashMap<>();
    /** Pieces reported good, by operation. */
    final Map<String, Integer> good = new ConcurrentHashMap<>();

    final Queue<String> runs = new ConcurrentLinkedQueue<>();
    final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private final Path log;

    Acknowledged(Path log) throws IOException {
        this.log = log;
        Files.deleteIfExists(log);
    }

    void order(String key, String number) {
        write("order " + key + " " + number);
        String before = orders.putIfAbsent(key, number);
        if (before != null && !before.equals(number)) {
            faults.add("key " + key + " was answered with order " + before + ", then with " + number);
        }
    }

    void promise(String number, String date) {
        write("promise " + number + " " + date);
        promises.put(number, date);
    }

    void imported(Map<String, Integer> lines) {
        write("imported " + lines);
        imported.putAll(lines);
    }

    void good(String operation) {
        write("good " + operation);
        good.merge(operation, 1, Integer::sum);
    }

    void run(String id) {
        write("run " + id);
        runs.add(id);
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
