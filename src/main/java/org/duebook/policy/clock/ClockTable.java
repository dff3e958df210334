package org.duebook.policy.clock;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.duebook.policy.StageClock;
import org.duebook.policy.StageClocks;
import org.duebook.policy.StageClocks.Hours;
import org.duebook.policy.StageClocks.Limit;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.table.Parameter;
import org.duebook.policy.table.Parameters;

/** Reads the clocks of the stages from a rule set. */
public final class ClockTable {

    private static final List<String> HOURS =
            Arrays.stream(Hours.values()).map(ClockTable::written).toList();

    /** What its table must say: for each stage its time and which hours count. */
    public static final List<Parameter> WANTED = Arrays.stream(StageClock.values())
            .flatMap(stage -> Stream.of(Parameter.time(stage.label()), new Parameter.Choice(hoursOf(stage), HOURS)))
            .toList();

    private ClockTable() {}

    /** The clocks that are valid on a day. */
    public static StageClocks on(RuleSet rules, LocalDate day) {
        Map<StageClock, Limit> limits = new EnumMap<>(StageClock.class);
        rules.plain().clocks().ifPresent(table -> {
            for (StageClock stage : StageClock.values()) {
                limits.put(stage, new Limit(table.duration(stage.label(), day), hours(table, stage, day)));
            }
        });
        return new StageClocks(rules.version(), limits);
    }

    private static Hours hours(Parameters table, StageClock stage, LocalDate day) {
        return Hours.values()[HOURS.indexOf(table.value(hoursOf(stage), day))];
    }

    private static String hoursOf(StageClock stage) {
        return stage.label() + " hours";
    }

    private static String written(Hours hours) {
        return hours.name().toLowerCase(Locale.ROOT);
    }
}
