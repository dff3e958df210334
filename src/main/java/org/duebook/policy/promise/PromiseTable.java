package org.duebook.policy.promise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.PromiseParameters;
import org.duebook.policy.ReleaseRules;
import org.duebook.policy.VariationParameters;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.table.Parameter;
import org.duebook.policy.table.Parameters;
import org.duebook.policy.table.Values;

/** Reads the parameters of promising from a rule set. */
public final class PromiseTable {

    private static final String EVERY_WORKING_DAY = "every working day";
    private static final String NONE = "none";
    private static final List<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).map(PromiseTable::named).toList();
    private static final List<String> ORDER_TYPES =
            Arrays.stream(OrderFacts.Type.values()).map(Enum::name).toList();

    /** What its table may say; what has a value here may be missing there. */
    public static final List<Parameter> WANTED = List.of(
            Parameter.time("inspection"),
            Parameter.time("packing"),
            Parameter.time("dispatch"),
            Parameter.time("quote hold"),
            Parameter.time("credit hold"),
            Parameter.time("deposit hold"),
            new Parameter.Share("confidence", "90 %", 1, 99),
            new Parameter.Share("run time over plan", "25 %", 0, 1000),
            new Parameter.Share("operations with scrap", "5 %", 0, 100),
            new Parameter.Share("scrap", "5 %", 0, 49),
            new Parameter.Time("between breakdowns", "200 h", Duration.ofMinutes(1)),
            new Parameter.Time("repair", "3 h", Duration.ZERO),
            new Parameter.Time("receipt late", "2 d", Duration.ZERO),
            new Parameter.Time("purchase late", "3 d", Duration.ZERO),
            new Parameter.Time("overtime", "4 h", Duration.ofMinutes(30)),
            new Parameter.Rate("overtime per hour", "60"),
            new Parameter.Share("expedited lead time", "50 %", 0, 100),
            new Parameter.Share("expedite surcharge", "30 %", 0, 1000),
            new Parameter.Time("delay of others", "3 d", Duration.ZERO),
            new Parameter.Choices("release days", "Monday|Thursday", WEEKDAYS, EVERY_WORKING_DAY),
            new Parameter.Choices("released at once", "RUSH", ORDER_TYPES, NONE));

    private PromiseTable() {}

    public static PromiseParameters on(RuleSet rules, LocalDate day) {
        return new PromiseParameters(
                rules.version(),
                rules.plain().parameters().duration("inspection", day),
                rules.plain().parameters().duration("packing", day),
                rules.plain().parameters().duration("dispatch", day),
                rules.plain().parameters().duration("quote hold", day),
                rules.plain().parameters().duration("credit hold", day),
                rules.plain().parameters().duration("deposit hold", day),
                recovery(rules.plain().parameters(), day));
    }

    /** When new work is released, and what it needs before, on a day. */
    public static ReleaseRules releases(RuleSet rules, LocalDate day) {
        String days = rules.plain().parameters().value("release days", day);
        String unbound = rules.plain().parameters().value("released at once", day);
        return new ReleaseRules(
                rules.version(),
                Arrays.stream(DayOfWeek.values())
                        .filter(each -> days.equals(EVERY_WORKING_DAY)
                                || Values.alternatives(days).contains(named(each)))
                        .collect(Collectors.toSet()),
                unbound.equals(NONE)
                        ? Set.of()
                        : Values.alternatives(unbound).stream()
                                .map(OrderFacts.Type::valueOf)
                                .collect(Collectors.toSet()),
                rules.plain().requirements().on(day));
    }

    private static String named(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static PromiseParameters.Recovery recovery(Parameters parameters, LocalDate day) {
        return new PromiseParameters.Recovery(
                parameters.duration("overtime", day),
                parameters.number("overtime per hour", day),
                parameters.number("expedited lead time", day),
                parameters.number("expedite surcharge", day),
                parameters.duration("delay of others", day));
    }

    public static VariationParameters variation(RuleSet rules, LocalDate day) {
        return new VariationParameters(
                rules.version(),
                rules.plain().parameters().share("confidence", day),
                rules.plain().parameters().share("run time over plan", day),
                rules.plain().parameters().share("operations with scrap", day),
                rules.plain().parameters().share("scrap", day),
                rules.plain().parameters().duration("between breakdowns", day),
                rules.plain().parameters().duration("repair", day),
                rules.plain().parameters().duration("receipt late", day),
                rules.plain().parameters().duration("purchase late", day));
    }
}
