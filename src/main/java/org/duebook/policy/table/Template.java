package org.duebook.policy.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.duebook.policy.Decision;
import org.duebook.policy.PickUp;

/**
 * What the columns of one table mean.
 *
 * @param file the template's path inside the rules folder
 * @param table path of the table it describes
 * @param titled what people call it and what it is for
 * @param about the fact type a row speaks of
 * @param conditions by heading
 * @param results by heading
 * @param fixed results every row of the table has, by name
 * @param complete whether some row is meant to apply to all facts there can be
 */
public record Template(
        String file,
        String table,
        Titled titled,
        String about,
        Map<String, Condition> conditions,
        Map<String, Result> results,
        Map<String, Object> fixed,
        boolean complete) {

    /** Columns every table has besides those of its template. */
    public static final List<String> COMMON = List.of("id", "valid from", "valid to", "note");

    /** A column that is compared with a fact. */
    public record Condition(FactField fact, CellType type, ConditionCell.Operator operator) {

        /** Single values it may have, and any; none where they cannot be listed. */
        public List<String> choices(House house) {
            List<String> names = switch (type) {
                case YES_NO -> List.of("yes", "no");
                case CHOICE -> fact.choices();
                case ROLE -> house.roles();
                default -> List.of();
            };
            return names.isEmpty()
                    ? List.of()
                    : Stream.concat(names.stream(), Stream.of("-")).toList();
        }
    }

    /** A column that says something; {@code oneOf} limits the outcomes. */
    public record Result(String name, CellType type, List<String> oneOf) {

        /** Values it may have; none where they cannot be listed. */
        public List<String> choices(House house) {
            return switch (type) {
                case YES_NO -> List.of("yes", "no");
                case OUTCOME -> oneOf;
                case ROLE -> house.roles();
                case BASE -> PickUp.Base.labels();
                default -> List.of();
            };
        }
    }

    /** The same for a table that lies in another file. */
    public Template lyingIn(String path) {
        return new Template(file, path, titled, about, conditions, results, fixed, complete);
    }

    /** Reads a template; faults go to the list. */
    public static Optional<Template> read(String file, byte[] bytes, Faults faults) {
        return YamlMap.read(file, bytes, faults).map(yaml -> {
            yaml.allowOnly(List.of("table", "title", "text", "about", "complete", "conditions", "results", "fixed"));
            String about = yaml.text("about");
            if (!about.isEmpty() && !FactTypes.types().contains(about)) {
                yaml.fault("about", about, Near.wanted(about, FactTypes.types()), "name a fact type");
            }
            return new Template(
                    file,
                    "tables/" + yaml.text("table"),
                    Titled.of(yaml, yaml.text("table")),
                    about,
                    yaml.map("conditions").map(map -> conditions(map, about)).orElse(Map.of()),
                    yaml.map("results").map(Template::results).orElse(Map.of()),
                    yaml.map("fixed").map(Template::fixed).orElse(Map.of()),
                    complete(yaml));
        });
    }

    private static boolean complete(YamlMap yaml) {
        String said = yaml.text("complete", "no");
        Optional<Boolean> complete = Values.yesNo(said);
        if (complete.isEmpty()) {
            yaml.fault("complete", said, "yes or no", "correct it, or remove the line");
        }
        return complete.orElse(false);
    }

    private static Map<String, Condition> conditions(YamlMap yaml, String about) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (String heading : yaml.keys()) {
            yaml.map(heading).flatMap(column -> condition(column, about)).ifPresent(it -> conditions.put(heading, it));
        }
        return conditions;
    }

    private static Optional<Condition> condition(YamlMap yaml, String about) {
        yaml.allowOnly(List.of("fact", "type", "operator"));
        String path = yaml.text("fact");
        Optional<FactField> fact = FactTypes.find(path);
        List<String> visible = visible(about);
        if (fact.isEmpty() || !visible.contains(path)) {
            yaml.fault("fact", path, Near.wanted(path, visible), "name a fact this table can see");
            return Optional.empty();
        }
        String label = yaml.text("type");
        Optional<CellType> type = CellType.of(label).filter(it -> it.compares(fact.get()));
        if (type.isEmpty()) {
            yaml.fault(
                    "type", label, Near.wanted(label, CellType.comparing(fact.get())), "take a type that fits " + path);
            return Optional.empty();
        }
        String sign = yaml.text("operator", "is");
        Optional<ConditionCell.Operator> operator = ConditionCell.Operator.of(sign);
        if (operator.isEmpty()) {
            yaml.fault("operator", sign, Near.wanted(sign, ConditionCell.Operator.labels()), "correct the operator");
            return Optional.empty();
        }
        return Optional.of(new Condition(fact.get(), type.get(), operator.get()));
    }

    /** A line's table sees its order too. */
    private static List<String> visible(String about) {
        return FactTypes.paths().stream()
                .filter(path -> path.startsWith(about + ".") || about.equals("line") && path.startsWith("order."))
                .toList();
    }

    private static Map<String, Result> results(YamlMap yaml) {
        Map<String, Result> results = new LinkedHashMap<>();
        for (String heading : yaml.keys()) {
            yaml.map(heading).flatMap(Template::result).ifPresent(it -> results.put(heading, it));
        }
        return results;
    }

    private static Optional<Result> result(YamlMap yaml) {
        yaml.allowOnly(List.of("name", "type", "one of"));
        String label = yaml.text("type");
        Optional<CellType> type = CellType.of(label);
        if (type.isEmpty()) {
            yaml.fault("type", label, Near.wanted(label, CellType.labels()), "correct the type");
            return Optional.empty();
        }
        List<String> outcomes =
                List.of(Decision.Outcome.values()).stream().map(Enum::name).toList();
        List<String> oneOf = yaml.has("one of") ? yaml.texts("one of") : outcomes;
        oneOf.stream()
                .filter(name -> !outcomes.contains(name))
                .forEach(name -> yaml.fault("one of", name, Near.wanted(name, outcomes), "correct the outcome"));
        return Optional.of(new Result(yaml.text("name"), type.get(), oneOf));
    }

    private static Map<String, Object> fixed(YamlMap yaml) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        for (String name : yaml.keys()) {
            String text = yaml.text(name);
            switch (name) {
                case "outcome" -> outcome(yaml, text).ifPresent(it -> fixed.put(name, it));
                case "field" ->
                    FactTypes.find(text)
                            .ifPresentOrElse(
                                    it -> fixed.put(name, it),
                                    () -> yaml.fault(name, text, Near.wanted(text, FactTypes.paths()), "name a fact"));
                default -> fixed.put(name, text);
            }
        }
        return fixed;
    }

    private static Optional<Decision.Outcome> outcome(YamlMap yaml, String text) {
        List<String> outcomes =
                List.of(Decision.Outcome.values()).stream().map(Enum::name).toList();
        if (!outcomes.contains(text)) {
            yaml.fault("outcome", text, Near.wanted(text, outcomes), "correct the outcome");
            return Optional.empty();
        }
        return Optional.of(Decision.Outcome.valueOf(text));
    }
}
