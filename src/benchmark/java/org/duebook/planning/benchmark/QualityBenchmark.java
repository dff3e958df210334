package org.duebook.planning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.duebook.planning.checker.PlantDescription;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.ScheduleChecker;
import org.duebook.planning.instances.BestKnown;
import org.duebook.planning.instances.InstanceFamily;
import org.duebook.planning.instances.StandardInstance;
import org.duebook.planning.solver.SolvedPlan;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.WrittenPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The search on every standard instance under a folder, one row each in {@code target/benchmark/quality.json}; goes on
 * where it was interrupted.
 */
@Tag("quality")
class QualityBenchmark {
    private static final Path RESULTS = Path.of("target/benchmark/quality.json");

    private static final Set<InstanceFamily> COMPARED = EnumSet.of(InstanceFamily.SDST, InstanceFamily.WTSDS);

    /** An instance file and how it is written. */
    private record Published(InstanceFamily family, Path file) {
        String name() {
            return family.folder() + "/" + file.getFileName();
        }
    }

    @Test
    void everyInstanceIsPlannedAndItsPlanPassesTheChecker() throws IOException {
        Path folder = BenchmarkOptions.instances();
        BestKnown known = BestKnown.read(folder.resolve("best-known.csv"));
        ResultFile<ResultRow> results = new ResultFile<>(RESULTS, ResultRow[].class, BenchmarkOptions.fresh());
        int seconds = BenchmarkOptions.seconds();
        List<Published> published = published(folder);
        assertThat(published).as("instances under %s", folder).isNotEmpty();
        for (Published p : published) {
            StandardInstance instance = p.family.read(p.file);
            for (long seed : BenchmarkOptions.seeds()) {
                if (!results.has(row -> row.isOf(p.family.folder(), instance.name(), seconds, seed))) {
                    ResultRow row = row(p.family, instance, known, seconds, seed);
                    results.add(row);
                    System.out.println(QualitySummary.line(row));
                }
            }
        }
        System.out.println(QualitySummary.of(results.rows()));
    }

    private static List<Published> published(Path folder) throws IOException {
        List<Published> result = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path path = file.toAbsolutePath();
                Optional<InstanceFamily> family = InstanceFamily.ofFolder(
                        path.getName(path.getNameCount() - 2).toString());
                family.map(f -> new Published(f, file)).ifPresent(result::add);
            }
        }
        result.removeIf(p -> !BenchmarkOptions.only().matcher(p.name()).find());
        result.sort(Comparator.comparing(Published::family).thenComparing(p -> p.file));
        return result;
    }

    private static ResultRow row(
            InstanceFamily family, StandardInstance instance, BestKnown known, int seconds, long seed)
            throws IOException {
        PlanningProblem problem = instance.problem();
        SolvedPlan solved = Trial.search(problem, seconds, seed);
        Optional<CpSat.Answer> answer = COMPARED.contains(family)
                ? Optional.of(CpSat.solve(family.folder() + "-" + instance.name(), problem, seconds))
                : Optional.empty();
        PlantDescription description = instance.description();
        BigDecimal value = value(instance, description, solved.plan());
        BigDecimal best = number(known.best(family.folder(), instance.name()));
        return new ResultRow(
                family.folder(),
                instance.name(),
                instance.steps().size(),
                instance.objective().published(),
                value,
                best,
                number(known.lower(family.folder(), instance.name())),
                best == null || best.signum() == 0 ? null : value.subtract(best).divide(best, 5, RoundingMode.HALF_UP),
                value(instance, description, solved.dispatch()),
                answer.flatMap(a -> CpSat.plan(problem, a))
                        .map(plan -> value(instance, description, plan))
                        .orElse(null),
                answer.map(a -> BigDecimal.valueOf(Math.round(a.bound()))).orElse(null),
                seconds,
                seed,
                Trial.movesPerSecond(solved),
                null,
                null,
                null,
                null);
    }

    private static BigDecimal value(StandardInstance instance, PlantDescription description, TimedPlan plan) {
        List<Scheduled> schedule = WrittenPlan.of(plan);
        assertThat(ScheduleChecker.check(description, schedule))
                .as("plan of %s", instance.name())
                .isEmpty();
        return BigDecimal.valueOf(instance.value(schedule));
    }

    private static @Nullable BigDecimal number(OptionalLong value) {
        return value.isPresent() ? BigDecimal.valueOf(value.getAsLong()) : null;
    }
}
