package org.duebook.policy.engine;

import static org.duebook.policy.table.CellType.BASE;
import static org.duebook.policy.table.CellType.DAYS;
import static org.duebook.policy.table.CellType.DURATION;
import static org.duebook.policy.table.CellType.FACT;
import static org.duebook.policy.table.CellType.MONEY;
import static org.duebook.policy.table.CellType.OUTCOME;
import static org.duebook.policy.table.CellType.PATH;
import static org.duebook.policy.table.CellType.PERCENT;
import static org.duebook.policy.table.CellType.ROLE;
import static org.duebook.policy.table.CellType.ROLES;
import static org.duebook.policy.table.CellType.TEXT;
import static org.duebook.policy.table.CellType.YES_NO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.policy.table.CellType;

/** The stages the product asks for, and what a row of each must and may say. */
public enum StageKind {
    VALIDATION(
            "validation",
            List.of("order", "line"),
            Map.of("outcome", OUTCOME, "field", FACT, "wanted", TEXT, "message", TEXT)),
    CREDIT("credit", List.of("order"), Map.of("outcome", OUTCOME, "message", TEXT), Map.of("percent", PERCENT)),
    DEPOSIT("deposit", List.of("order"), Map.of("percent", PERCENT, "message", TEXT)),
    APPROVAL("approval", List.of("order"), Map.of("approvers", ROLES, "deadline", DURATION, "message", TEXT)),
    LATE_PENALTIES(
            "late-penalties",
            List.of("penalty"),
            Map.of("percent per day", PERCENT, "grace days", DAYS, "cap percent", PERCENT, "message", TEXT)),
    PICK_UP(
            "pick-up",
            List.of("pickup"),
            Map.of("offset", YES_NO, "message", TEXT),
            Map.of("percent", PERCENT, "of", BASE),
            Map.of("fine", MONEY, "payer", ROLE)),
    FINES("fines", List.of("lapse"), Map.of("fine", MONEY, "payer", ROLE, "message", TEXT)),
    DEMAND_CEILINGS("demand-ceilings", List.of("demand"), Map.of("outcome", OUTCOME, "message", TEXT)),
    ALERTS(
            "alerts",
            List.of("alert"),
            Map.of("tell", ROLE, "message", TEXT),
            Map.of("answer within", DURATION, "then tell", PATH)),
    APPROVAL_ROUTES(
            "approval-routes", List.of("approver"), Map.of("decides", ROLE, "within", DURATION, "message", TEXT));

    private static final Set<StageKind> ALWAYS = EnumSet.of(VALIDATION, CREDIT, DEPOSIT, APPROVAL, LATE_PENALTIES);

    private final String label;
    private final List<String> subjects;
    private final Map<String, CellType> required;
    private final List<Map<String, CellType>> optional;

    @SafeVarargs
    StageKind(String label, List<String> subjects, Map<String, CellType> required, Map<String, CellType>... optional) {
        this.label = label;
        this.subjects = subjects;
        this.required = required;
        this.optional = List.of(optional);
    }

    public String label() {
        return label;
    }

    /** The fact types its tables may speak of. */
    public List<String> subjects() {
        return subjects;
    }

    /** Whether a rule set may do without it: rule sets published before it was known go on deciding. */
    public boolean mayBeMissing() {
        return !ALWAYS.contains(this);
    }

    /** The results every row must give, by name. */
    public Map<String, CellType> required() {
        return required;
    }

    /** Results a row may give, by name; those of one group it gives together or not at all. */
    public List<Map<String, CellType>> optional() {
        return optional;
    }

    /** Every result the product reads, by name. */
    public Map<String, CellType> known() {
        Map<String, CellType> known = new HashMap<>(required);
        optional.forEach(known::putAll);
        return known;
    }

    public static Optional<StageKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(StageKind::label).toList();
    }
}
