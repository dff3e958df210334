package org.duebook.policy.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duebook.policy.Decision;
import org.duebook.policy.PickUp;

/** Reads a result's cell into its value. */
final class ResultCell {

    private final House house;

    ResultCell(House house) {
        this.house = house;
    }

    /** The value, or empty when the cell does not fit; {@link #wanted} then says what would. */
    Optional<Object> read(String cell, Template.Result result) {
        return switch (result.type()) {
            case NUMBER -> Values.number(cell).map(Object.class::cast);
            case PERCENT -> Values.percent(cell).filter(it -> it.signum() >= 0).map(Object.class::cast);
            case MONEY -> Values.amount(cell).map(Object.class::cast);
            case DAYS -> Values.days(cell).filter(it -> it >= 0).map(Object.class::cast);
            case YES_NO -> Values.yesNo(cell).map(Object.class::cast);
            case DATE -> Values.date(cell).map(Object.class::cast);
            case DURATION -> Values.duration(cell).map(Object.class::cast);
            case CODE, CHOICE -> Values.code(cell).map(Object.class::cast);
            case TEXT -> cell.isEmpty() ? Optional.empty() : Optional.of(cell);
            case FACT -> FactTypes.find(cell).map(Object.class::cast);
            case OUTCOME ->
                result.oneOf().contains(cell) ? Optional.of(Decision.Outcome.valueOf(cell)) : Optional.empty();
            case TIME -> Values.time(cell).map(Object.class::cast);
            case ROLE -> house.roles().contains(cell) ? Optional.of(cell) : Optional.empty();
            case ROLES -> inTurn(cell, house.approvers()).map(Object.class::cast);
            case PATH -> inTurn(cell, house.roles()).map(Object.class::cast);
            case BASE -> PickUp.Base.of(cell).map(Object.class::cast);
        };
    }

    private static Optional<List<String>> inTurn(String cell, List<String> roles) {
        List<String> named = new ArrayList<>();
        for (String part : cell.split(" then ", -1)) {
            if (!roles.contains(part.strip()) || named.contains(part.strip())) {
                return Optional.empty();
            }
            named.add(part.strip());
        }
        return Optional.of(List.copyOf(named));
    }

    String wanted(String cell, Template.Result result) {
        return switch (result.type()) {
            case NUMBER -> "a number such as 12.5, with a point and no thousands separator";
            case PERCENT -> "a share of 0 or more such as 30 %, with a point for decimals";
            case MONEY ->
                "an amount of 0 or more with its currency such as 5000 " + house.currency()
                        + ", without thousands separator";
            case DAYS -> "whole days of 0 or more such as 7";
            case YES_NO -> "yes or no";
            case DATE -> "a date such as 2026-01-31";
            case DURATION -> "a duration such as 30 min, 24 h or 2 d";
            case CODE, CHOICE -> "a code of letters, digits, dot, dash, slash or underscore";
            case TEXT -> "a text";
            case FACT -> Near.wanted(cell, FactTypes.paths());
            case OUTCOME -> Near.wanted(cell, result.oneOf());
            case TIME -> "a time of day such as 15:00";
            case ROLE -> Near.wanted(cell, house.roles());
            case ROLES -> wantedInTurn(cell, house.approvers());
            case PATH -> wantedInTurn(cell, house.roles());
            case BASE -> Near.wanted(cell, PickUp.Base.labels());
        };
    }

    private static String wantedInTurn(String cell, List<String> roles) {
        String unknown = Arrays.stream(cell.split(" then ", -1))
                .map(String::strip)
                .filter(part -> !roles.contains(part))
                .findFirst()
                .orElse(cell);
        return Near.wanted(unknown, roles) + ", each once, joined by ' then '";
    }
}
