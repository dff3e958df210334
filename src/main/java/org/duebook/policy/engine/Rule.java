package org.duebook.policy.engine;

import java.util.Optional;
import org.duebook.policy.guard.ExpertRule;
import org.duebook.policy.table.Row;

/** One rule of a set: a row of a table or a rule of an expert file, and the stage it belongs to. */
public record Rule(StageKind stage, Optional<Row> row, Optional<ExpertRule> expert) {

    public static Rule of(StageKind stage, Row row) {
        return new Rule(stage, Optional.of(row), Optional.empty());
    }

    public static Rule of(StageKind stage, ExpertRule expert) {
        return new Rule(stage, Optional.empty(), Optional.of(expert));
    }

    public String id() {
        return row.map(Row::id).or(() -> expert.map(ExpertRule::id)).orElseThrow();
    }

    public String file() {
        return row.map(Row::file).or(() -> expert.map(ExpertRule::file)).orElseThrow();
    }

    public int line() {
        return row.map(Row::line).or(() -> expert.map(ExpertRule::line)).orElseThrow();
    }
}
