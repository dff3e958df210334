package org.duebook.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.duebook.planning.benchmark.Latencies;
import org.duebook.planning.benchmark.ResultFile;
import org.jspecify.annotations.Nullable;

/** The figures of the rules of one run, in {@code target/benchmark/rules.json}. */
public final class RuleResults {

    private static final ResultFile<Row> FILE = begun();

    private RuleResults() {}

    /**
     * Fields that do not apply are left out.
     *
     * @param millis of one
     * @param classes loaded, after the garbage was collected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(
            @JsonProperty("case") String name,
            @Nullable Long p50Micros,
            @Nullable Long p99Micros,
            @Nullable Long perSecond,
            @Nullable Long millis,
            @Nullable Long classes,
            @Nullable Long metaspaceKb) {}

    private static ResultFile<Row> begun() {
        try {
            return new ResultFile<>(Path.of("target/benchmark/rules.json"), Row[].class, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void latency(String name, Latencies of) {
        add(new Row(name, of.micros(0.5), of.micros(0.99), Math.round(of.perSecond()), null, null, null));
    }

    public static void throughput(String name, long perSecond, @Nullable Long millis) {
        add(new Row(name, null, null, perSecond, millis, null, null));
    }

    public static void time(String name, long millis) {
        add(new Row(name, null, null, null, millis, null, null));
    }

    public static void space(String name, long classes, long metaspaceKb) {
        add(new Row(name, null, null, null, null, classes, metaspaceKb));
    }

    private static void add(Row row) {
        System.out.println(row);
        try {
            FILE.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
