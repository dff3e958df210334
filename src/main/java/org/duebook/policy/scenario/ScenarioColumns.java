package org.duebook.policy.scenario;

import java.util.List;
import org.duebook.policy.table.CellForms;
import org.duebook.policy.table.FactTypes;

/** What may stand in the columns of a scenario table. */
public final class ScenarioColumns {

    private ScenarioColumns() {}

    /** Whether the column says what should come out. */
    public static boolean isExpectation(String heading) {
        return Scenario.EXPECTATIONS.contains(heading);
    }

    public static CellForms of(String heading, List<String> headings) {
        String path = heading.startsWith("line2.") ? "line." + heading.substring("line2.".length()) : heading;
        return FactTypes.find(path)
                .map(fact -> CellForms.given(fact, FactCells.form(fact)))
                .orElseGet(() -> expectation(heading, headings));
    }

    private static CellForms expectation(String heading, List<String> headings) {
        return switch (heading) {
            case "id" -> new CellForms("a name for the test, each once in the table", List.of());
            case "note" -> new CellForms("anything worth remembering", List.of());
            case Scenario.EXPECT -> {
                List<String> verdicts = Subject.of(headings).verdicts();
                yield new CellForms("what should come out: one of " + String.join(", ", verdicts), verdicts);
            }
            case Scenario.RULES -> new CellForms("ids of rows that must have a say, joined by |", List.of());
            case Scenario.NOT_RULES -> new CellForms("ids of rows that must not have a say, joined by |", List.of());
            case Scenario.DEPOSIT -> new CellForms("the deposit asked for such as 30 %; - for none", List.of());
            case Scenario.APPROVERS -> new CellForms("who is asked, joined by ' then '; - for nobody", List.of());
            case Scenario.AMOUNT -> new CellForms("an amount as it comes out; - for none", List.of());
            default -> new CellForms("just what should come out; - for nothing", List.of());
        };
    }
}
