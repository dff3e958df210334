package org.duebook.policy.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.table.CellType;

/** The stages the product asks for, and what a row of each must say. */
public enum StageKind {
    VALIDATION(
            "validation",
            List.of("order", "line"),
            Map.of(
                    "outcome",
                    CellType.OUTCOME,
                    "field",
                    CellType.FACT,
                    "wanted",
                    CellType.TEXT,
                    "message",
                    CellType.TEXT)),
    CREDIT("credit", List.of("order"), Map.of("outcome", CellType.OUTCOME, "message", CellType.TEXT)),
    DEPOSIT("deposit", List.of("order"), Map.of("percent", CellType.PERCENT, "message", CellType.TEXT)),
    APPROVAL(
            "approval",
            List.of("order"),
            Map.of("approvers", CellType.ROLES, "deadline", CellType.DURATION, "message", CellType.TEXT)),
    LATE_PENALTIES(
            "late-penalties",
            List.of("penalty"),
            Map.of(
                    "percent per day", CellType.PERCENT,
                    "grace days", CellType.DAYS,
                    "cap percent", CellType.PERCENT,
                    "message", CellType.TEXT));

    private final String label;
    private final List<String> subjects;
    private final Map<String, CellType> required;

    StageKind(String label, List<String> subjects, Map<String, CellType> required) {
        this.label = label;
        this.subjects = subjects;
        this.required = required;
    }

    public String label() {
        return label;
    }

    /** The fact types its tables may speak of. */
    public List<String> subjects() {
        return subjects;
    }

    /** The results every row must give, by name. */
    public Map<String, CellType> required() {
        return required;
    }

    public static Optional<StageKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(StageKind::label).toList();
    }
}
