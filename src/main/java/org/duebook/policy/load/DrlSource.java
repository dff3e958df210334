package org.duebook.policy.load;

import java.util.ArrayList;
import java.util.List;
import org.duebook.policy.engine.Rule;
import org.duebook.policy.guard.DrlGuard;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Row;

/** Writes rows as rules of the engine. Every value in them was parsed first; a row's text never gets here. */
final class DrlSource {

    private DrlSource() {}

    /** One file with a rule for every row; the rule says its place in the list. */
    static String of(List<Rule> rules) {
        StringBuilder source = new StringBuilder(DrlGuard.HEAD).append('\n');
        for (int position = 0; position < rules.size(); position++) {
            int place = position;
            rules.get(position).row().ifPresent(row -> append(source, place, row));
        }
        return source.toString();
    }

    private static void append(StringBuilder source, int position, Row row) {
        source.append("rule \"").append(row.id()).append("\" when\n");
        if (row.about().equals("line")) {
            List<String> ofOrder = constraints(row, "order");
            if (!ofOrder.isEmpty()) {
                pattern(source, "order", "$order", ofOrder);
            }
        }
        List<String> own = constraints(row, row.about());
        String day = FactTypes.validBy(row.about()).name() + ".toEpochDay()";
        row.validFrom().ifPresent(from -> own.add(day + " >= " + from));
        row.validTo().ifPresent(to -> own.add(day + " <= " + to));
        pattern(source, row.about(), "$fact", own);
        source.append("then decisions.hit(").append(position).append(", $fact); end\n");
    }

    private static List<String> constraints(Row row, String type) {
        List<String> constraints = new ArrayList<>();
        row.conditions().stream()
                .filter(condition -> condition.fact().type().equals(type))
                .forEach(condition -> constraints.addAll(condition.accepted().constraints(condition.fact())));
        return constraints;
    }

    private static void pattern(StringBuilder source, String type, String variable, List<String> constraints) {
        source.append("  ")
                .append(variable)
                .append(" : ")
                .append(FactTypes.classOf(type).getSimpleName())
                .append("( ")
                .append(String.join(", ", constraints))
                .append(" )\n");
    }
}
