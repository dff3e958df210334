package org.duebook.planning.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What a benchmark is asked for on the command line, as {@code -Dbenchmark.…}. */
public final class BenchmarkOptions {
    private BenchmarkOptions() {}

    /** Folder with one folder of instance files per family. */
    static Path instances() {
        Path folder = Path.of(System.getProperty("benchmark.instances", ""));
        if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "benchmark.instances is \"" + folder + "\", wanted the folder of the instances");
        }
        return folder;
    }

    /** How long each search runs, and CP-SAT beside it. */
    static int seconds() {
        return seconds("60");
    }

    public static int seconds(String otherwise) {
        return number("benchmark.seconds", otherwise);
    }

    /** A single number asks for the seeds 1 … n, numbers with commas for just those. */
    static List<Long> seeds() {
        return seeds("1");
    }

    static List<Long> seeds(String otherwise) {
        String text = System.getProperty("benchmark.seeds", otherwise);
        return text.contains(",")
                ? Arrays.stream(text.split(","))
                        .map(s -> Long.parseLong(s.strip()))
                        .toList()
                : LongStream.rangeClosed(1, number("benchmark.seeds", otherwise))
                        .boxed()
                        .toList();
    }

    /** Operations of the plants to generate. */
    static List<Integer> sizes() {
        return sizes("100,500,1000,5000,10000");
    }

    public static List<Integer> sizes(String otherwise) {
        String text = System.getProperty("benchmark.sizes", otherwise);
        return Arrays.stream(text.split(","))
                .map(s -> Integer.parseInt(s.strip()))
                .toList();
    }

    /** Only instances in whose family/name this is found. */
    static Pattern only() {
        return Pattern.compile(System.getProperty("benchmark.only", ""));
    }

    /** Whether rows of earlier runs are thrown away. */
    static boolean fresh() {
        return Boolean.getBoolean("benchmark.fresh");
    }

    private static int number(String property, String otherwise) {
        String text = System.getProperty(property, otherwise);
        try {
            int value = Integer.parseInt(text.strip());
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(property + " is \"" + text + "\", wanted a whole number", e);
        }
        throw new IllegalArgumentException(property + " is " + text + ", wanted a number above 0");
    }
}
