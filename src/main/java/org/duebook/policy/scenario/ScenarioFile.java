package org.duebook.policy.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.policy.table.Csv;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.Near;

/**
 * Reads a scenario table. Columns {@code order.…} and {@code line.…} give an order with one line, {@code line2.…} a second
 * line that differs from the first, the columns of another {@link Subject} its one fact. A row with id {@code BASE} gives the cells that the rows
 * below leave empty; {@code -} says nothing is there.
 */
public final class ScenarioFile {

    private static final String BASE = "BASE";

    private final String file;
    private final Faults faults;
    private final Set<String> ids = new HashSet<>();
    private Map<String, String> base = Map.of();

    private ScenarioFile(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    public static List<Scenario> read(String file, byte[] bytes, Faults faults) {
        Optional<Csv> csv = Csv.read(file, bytes, faults);
        return csv.isEmpty() ? List.of() : new ScenarioFile(file, faults).read(csv.get());
    }

    private List<Scenario> read(Csv csv) {
        Map<String, FactField> fields = columns(csv.heading());
        List<Scenario> scenarios = new ArrayList<>();
        for (Csv.Row row : csv.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    cells.put(csv.heading().get(i), row.cells().get(i));
                }
            }
            if (sound(row.line(), cells, fields)) {
                if (BASE.equals(cells.get("id"))) {
                    base = cells;
                } else if (chosen(row.line(), cells)) {
                    scenarios.add(scenario(row.line(), cells));
                }
            }
        }
        return scenarios;
    }

    private Map<String, FactField> columns(List<String> heading) {
        Map<String, FactField> fields = new HashMap<>();
        List<String> known = new ArrayList<>(List.of("id", "note"));
        known.addAll(Scenario.EXPECTATIONS);
        for (String type : FactTypes.types()) {
            FactTypes.of(type).stream().filter(it -> !it.derived()).forEach(it -> known.add(it.path()));
        }
        for (String name : heading) {
            String path = name.startsWith("line2.") ? "line." + name.substring("line2.".length()) : name;
            if (!known.contains(path)) {
                fault(1, name, name, Near.wanted(path, known), "correct the heading");
            }
            FactTypes.find(path).filter(it -> !it.derived()).ifPresent(it -> fields.put(name, it));
        }
        for (String must : List.of("id", Scenario.EXPECT)) {
            if (!heading.contains(must)) {
                fault(1, must, "no such column", "the column '" + must + "'", "add it");
            }
        }
        return fields;
    }

    private boolean sound(int line, Map<String, String> cells, Map<String, FactField> fields) {
        int before = faults.size();
        String id = cells.getOrDefault("id", "");
        if (id.isEmpty() || !ids.add(id)) {
            fault(line, "id", id, "an id, each once in the file", "give the scenario its own id");
        }
        fields.forEach((name, field) -> FactCells.wrong(field, cells.getOrDefault(name, ""))
                .ifPresent(wanted -> fault(line, name, cells.getOrDefault(name, ""), wanted, "correct the cell")));
        String expect = cells.getOrDefault(Scenario.EXPECT, "");
        List<String> verdicts = Subject.of(fields.keySet()).verdicts();
        if (!BASE.equals(id) && !verdicts.contains(expect)) {
            fault(line, Scenario.EXPECT, expect, Near.wanted(expect, verdicts), "say what is expected");
        }
        return faults.size() == before;
    }

    /** The one fact of a scenario must say everything that has no neutral value. */
    private boolean chosen(int line, Map<String, String> own) {
        Map<String, String> cells = new HashMap<>(base);
        cells.putAll(own);
        Subject subject = Subject.of(cells.keySet());
        if (subject == Subject.ORDER) {
            return true;
        }
        int before = faults.size();
        FactTypes.of(subject.fact()).stream()
                .filter(field -> !field.derived() && !field.choices().isEmpty() && !field.isNullable())
                .filter(field -> List.of("", "-").contains(cells.getOrDefault(field.path(), "")))
                .forEach(field -> fault(
                        line, field.path(), "nothing", Near.wanted("", field.choices()), "fill the cell or BASE's"));
        return faults.size() == before;
    }

    private Scenario scenario(int line, Map<String, String> own) {
        Map<String, String> cells = new HashMap<>(base);
        cells.putAll(own);
        List<Record> facts = new ArrayList<>();
        Subject subject = Subject.of(cells.keySet());
        if (subject == Subject.ORDER) {
            order(cells, own, facts);
        } else {
            facts.add(FactCells.make(subject.fact(), of(subject.prefix(), cells)));
        }
        Map<String, String> expected = new LinkedHashMap<>();
        Scenario.EXPECTATIONS.stream()
                .filter(own::containsKey)
                .forEach(name -> expected.put(name, own.getOrDefault(name, "")));
        return new Scenario(file, line, own.getOrDefault("id", ""), List.copyOf(facts), Map.copyOf(expected));
    }

    private static void order(Map<String, String> cells, Map<String, String> own, List<Record> facts) {
        Map<String, String> order = of("order.", cells);
        Map<String, String> first = of("line.", cells);
        Map<String, String> second = of("line2.", own);
        first.putIfAbsent("orderDate", order.getOrDefault("orderDate", ""));
        first.putIfAbsent("line", "1");
        order.putIfAbsent("lineCount", second.isEmpty() ? "1" : "2");
        facts.add(FactCells.make("order", order));
        facts.add(FactCells.make("line", first));
        if (!second.isEmpty()) {
            Map<String, String> other = new HashMap<>(first);
            other.put("line", "2");
            other.putAll(second);
            facts.add(FactCells.make("line", other));
        }
    }

    private static Map<String, String> of(String prefix, Map<String, String> cells) {
        Map<String, String> bare = new HashMap<>();
        cells.forEach((name, cell) -> {
            if (name.startsWith(prefix)) {
                bare.put(name.substring(prefix.length()), cell);
            }
        });
        return bare;
    }

    private void fault(int line, String column, String found, String wanted, String cure) {
        faults.add(file, line, column, found, wanted, cure);
    }
}
