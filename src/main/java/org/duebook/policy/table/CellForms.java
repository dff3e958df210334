package org.duebook.policy.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duebook.policy.OrderFacts;

/**
 * What may stand in the cells of a column, told before anybody writes: the same words a wrong cell is answered with.
 *
 * @param form in words
 * @param choices values to pick from; empty where any value of that form may stand
 */
public record CellForms(String form, List<String> choices) {

    /** Fits no column, so every column answers what it wants instead. */
    private static final String NOTHING_OF_THE_KIND = "????????????";

    public CellForms {
        choices = List.copyOf(choices);
    }

    public static CellForms of(Template.Condition column, House house) {
        String form = ConditionCell.read(NOTHING_OF_THE_KIND, column.fact(), column.type(), column.operator(), house)
                        instanceof ConditionCell.Bad bad
                ? bad.wanted()
                : "a value";
        List<String> choices = new ArrayList<>(column.choices(house));
        if (choices.isEmpty()) {
            choices.add("-");
        }
        String more = "; - for any";
        if (column.fact().isNullable()) {
            choices.addAll(List.of("given", "empty"));
            more += ", given or empty where it may be missing";
        }
        return column.operator() == ConditionCell.Operator.IS
                ? new CellForms(form + more, choices)
                : new CellForms(
                        "one value such as " + example(column.type(), house) + ": the row applies while the fact is "
                                + word(column.operator()) + " that" + more,
                        choices);
    }

    private static String example(CellType type, House house) {
        return switch (type) {
            case PERCENT -> "30 %";
            case MONEY -> "5000 " + house.currency();
            case DATE -> "2026-01-31";
            case DURATION -> "4 h";
            case TIME -> "15:00";
            case NUMBER, DAYS -> "7";
            case YES_NO, CHOICE, CODE, OUTCOME, FACT, TEXT, ROLE, ROLES, PATH, BASE -> "one of those allowed";
        };
    }

    private static String word(ConditionCell.Operator operator) {
        return switch (operator) {
            case IS -> "just";
            case AT_LEAST -> "at least";
            case AT_MOST -> "at most";
            case MORE_THAN -> "more than";
            case LESS_THAN -> "less than";
        };
    }

    public static CellForms of(Template.Result column, House house) {
        List<String> choices = new ArrayList<>(
                switch (column.type()) {
                    case PATH -> house.roles();
                    case ROLES -> house.approvers();
                    case FACT -> FactTypes.paths();
                    default -> column.choices(house);
                });
        choices.add("-");
        String form = new ResultCell(house).wanted(NOTHING_OF_THE_KIND, column);
        String facts = column.type() == CellType.TEXT ? ", which may show facts such as {order.marginPercent}" : "";
        return new CellForms(form + facts + "; - for none", choices);
    }

    /** A column every table has, or one of the tables without rules. */
    public static CellForms plain(String heading) {
        return switch (heading) {
            case "id" ->
                new CellForms(
                        "an id of its own, such as CR-010: 2 to 30 upper-case letters, digits and dashes", List.of());
            case "valid from" ->
                new CellForms("the first day the row holds, such as 2026-01-31, or nothing", List.of());
            case "valid to" -> new CellForms("the last day the row holds, such as 2026-12-31, or nothing", List.of());
            case "note" -> new CellForms("anything worth remembering", List.of());
            case "order type" -> {
                List<String> types = new ArrayList<>(
                        Arrays.stream(OrderFacts.Type.values()).map(Enum::name).toList());
                types.add("-");
                yield new CellForms("kinds of order joined by |; - for any", types);
            }
            case "own specification" ->
                new CellForms("yes, no, or - where it does not matter", List.of("yes", "no", "-"));
            case "specification says" ->
                new CellForms("words joined by | such as PPAP|first article; - for any", List.of("-"));
            case "requirement" -> new CellForms("what is needed, such as engineering", List.of());
            case "working days" -> new CellForms("working days from 1 to 250 such as 3", List.of());
            default -> new CellForms("a text", List.of());
        };
    }

    /** The value of a parameter. */
    public static CellForms of(Parameter parameter) {
        List<String> choices = switch (parameter) {
            case Parameter.Choices some -> {
                List<String> all = new ArrayList<>(some.choices());
                all.add(some.instead());
                yield all;
            }
            case Parameter.Choice one -> one.choices();
            case Parameter.Time time -> List.of();
            case Parameter.Share share -> List.of();
            case Parameter.Rate rate -> List.of();
        };
        return new CellForms(parameter.form(), choices);
    }

    /** A fact that a scenario gives. */
    public static CellForms given(FactField fact, String form) {
        List<String> choices = new ArrayList<>(fact.choices());
        if (fact.javaType() == boolean.class) {
            choices.addAll(List.of("yes", "no"));
        }
        return new CellForms(form + "; nothing for what the row BASE says, - for nothing at all", choices);
    }
}
