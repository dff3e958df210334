package org.duebook.policy.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.policy.CheckReport.Kind;
import org.duebook.policy.CheckReport.RowAt;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.engine.Fired;
import org.duebook.policy.engine.FiringLimitReached;
import org.duebook.policy.engine.HitPolicy;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.House;
import org.duebook.policy.table.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of tables of random rows is what the engine does with them. */
class CoverageIsTrueTest {

    private static final House HOUSE = new House("EUR", List.of(), List.of());
    private static final String ORDERS = "tables/validation-order.csv";
    private static final String LINES = "tables/validation-lines.csv";
    private static final Map<String, List<String>> CELLS = Map.ofEntries(
            Map.entry("order type", List.of("SPECIAL", "RUSH", "not RUSH", "CUSTOM|PROJECT")),
            Map.entry("new customer", List.of("yes", "no")),
            Map.entry("ship-to country", List.of("KP", "not KP", "FR|KP", "empty", "given")),
            Map.entry("ships abroad", List.of("yes", "no")),
            Map.entry("duplicate of", List.of("given", "empty")),
            Map.entry("lines", List.of("0", "1..3", "> 3", ">= 2", "1|4")),
            Map.entry(
                    "amount", List.of("< 100 EUR", "100..200 EUR", "> 200 EUR", "150 EUR", "<= 150 EUR", "> 150 EUR")),
            Map.entry("oldest overdue", List.of("> 30", "0", "1..30", "<= 30", "30")),
            Map.entry("item known", List.of("yes", "no")),
            Map.entry("quantity", List.of("empty", "<= 0", "0..10", ">= 11", "> 10", "5|7", "given")),
            Map.entry("below minimum", List.of("yes", "no")),
            Map.entry("multiple fits", List.of("yes", "no")),
            Map.entry("requested in", List.of("empty", "< 0", "0..1", "> 365", "2..365", "> 1")),
            Map.entry("unit price", List.of("empty", "given", "> 10", "<= 10")),
            Map.entry("price of list", List.of("< 70 %", "70..150 %", "> 150 %", "empty")));

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void examplesAndHiddenRowsAreWhatTheEngineSees() throws FiringLimitReached {
        RuleFolder folder = RuleFolder.small();
        folder.put(ORDERS, table(folder.text(ORDERS), "RO", "SPECIAL", 60));
        folder.put(LINES, table(folder.text(LINES), "RL", "RUSH", 60));
        RuleSet rules = RuleSetLoader.load(folder.files()).ruleSet().orElseThrow();

        int seen = 0;
        seen += check(rules, CoverageTest.rows("templates/validation-order.yml", folder.text(ORDERS)), ORDERS);
        seen += check(rules, CoverageTest.rows("templates/validation-lines.yml", folder.text(LINES)), LINES);

        rules.leave();
        assertThat(seen).as("notes that were checked").isGreaterThan(40);
    }

    private int check(RuleSet rules, List<Row> rows, String file) throws FiringLimitReached {
        List<Set<String>> random = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            random.add(fired(rules, randomFacts(rows)));
        }
        List<String> order = rows.stream().map(Row::id).toList();
        List<Coverage.Found> found = new ArrayList<>();
        for (HitPolicy hit : HitPolicy.values()) {
            found.addAll(Coverage.find(hit, rows, Set.of(), HOUSE));
        }
        found.addAll(Coverage.find(HitPolicy.FIRST, rows.subList(0, 12), Set.of(file), HOUSE).stream()
                .filter(each -> each.note().rows().isEmpty())
                .toList());
        for (Coverage.Found each : found) {
            List<String> about = each.note().rows().stream().map(RowAt::rule).toList();
            switch (each.note().kind()) {
                case OVERLAP ->
                    assertThat(fired(rules, each.facts()))
                            .as(each.note().text())
                            .contains(about.get(0), about.get(1));
                case GAP ->
                    assertThat(fired(rules, each.facts()))
                            .as(each.note().text())
                            .doesNotContainAnyElementsOf(about.isEmpty() ? order.subList(0, 12) : order);
                case HIDDEN -> assertThat(random).as(each.note().text()).noneMatch(all -> isFirst(all, about, order));
            }
        }
        assertThat(found).extracting(each -> each.note().kind()).contains(Kind.OVERLAP);
        return found.size();
    }

    /** Whether the first row of those that fired is the one said to be hidden. */
    private static boolean isFirst(Set<String> fired, List<String> about, List<String> order) {
        return fired.contains(about.getFirst())
                && order.subList(0, order.indexOf(about.getFirst())).stream().noneMatch(fired::contains);
    }

    private static Set<String> fired(RuleSet rules, List<Record> facts) throws FiringLimitReached {
        return rules.decide(facts).stream()
                .map(Fired::decision)
                .map(decision -> decision.ruleId())
                .collect(Collectors.toSet());
    }

    /** Facts whose values lie on and beside the bounds of cells. */
    private List<Record> randomFacts(List<Row> rows) {
        Space space = new Space(rows.getFirst().about(), rows, java.math.BigDecimal.valueOf(1, 2));
        Map<FactField, @Nullable Object> wanted = new HashMap<>();
        for (Axis axis : space.axes()) {
            if (random.nextInt(3) > 0) {
                List<@Nullable Object> values =
                        axis.values(random.nextInt(axis.all().size()));
                wanted.put(axis.fact(), values.get(random.nextInt(values.size())));
            }
        }
        Map<FactField, @Nullable Object> values =
                FollowedBack.from(space.about(), wanted).getFirst();
        return Stream.of("order", "line")
                .filter(type -> type.equals("order") || space.about().equals("line"))
                .map(type -> PlainFact.of(type, values))
                .toList();
    }

    /** A table of the same columns, most of them open in most rows. */
    private String table(String shipped, String prefix, String type, int rows) {
        List<String> heading = List.of(shipped.lines().findFirst().orElseThrow().split(",", -1));
        StringBuilder table = new StringBuilder(String.join(",", heading)).append('\n');
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (String column : heading) {
                cells.add(
                        switch (column) {
                            case "id" -> prefix + "-" + row;
                            case "outcome" -> List.of("WARN", "CLARIFY").get(random.nextInt(2));
                            case "field" ->
                                FactTypes.find("order.orderType").orElseThrow().path();
                            case "wanted", "message" -> type;
                            case "valid from", "valid to", "note" -> "";
                            default -> cell(column);
                        });
            }
            table.append(String.join(",", cells)).append('\n');
        }
        return table.toString();
    }

    private String cell(String column) {
        List<String> cells = CELLS.getOrDefault(column, List.of("-"));
        return random.nextInt(4) > 0 ? "-" : cells.get(random.nextInt(cells.size()));
    }
}
