package org.duebook.promising;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.duebook.plant.Machine;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;

/**
 * Puts into words what is done for a late quote. Times are in the plant's zone.
 *
 * @param machines names of the machines by code
 */
record RecoveryWords(Map<MachineCode, String> machines, ZoneId zone, AskedAgain asked) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    RecoveryWords {
        machines = Map.copyOf(machines);
    }

    static RecoveryWords of(List<Machine> machines, AskedAgain asked) {
        return new RecoveryWords(
                machines.stream().collect(Collectors.toMap(Machine::code, Machine::name)),
                asked.time().zone(),
                asked);
    }

    /** {@code 60 pcs on Thu 8 Jan, 40 pcs on Mon 12 Jan}; with the line where there are several. */
    String parts(List<Alternative.Part> parts) {
        Map<Integer, List<Alternative.Part>> byLine =
                parts.stream().collect(groupingBy(Alternative.Part::line, LinkedHashMap::new, Collectors.toList()));
        return byLine.entrySet().stream()
                .map(entry -> (byLine.size() > 1 ? "line " + entry.getKey() + ": " : "")
                        + entry.getValue().stream()
                                .map(part -> part.quantity() + " on " + day(part.date()))
                                .collect(joining(", ")))
                .collect(joining("; "));
    }

    /** {@code there on Fri 9 Jan instead of Mon 12 Jan}; by line where there are several. */
    String gain(List<FittedRelease> found) {
        boolean one = found.size() == 1;
        return found.stream()
                .filter(asked::isEarlier)
                .map(each -> (one
                                ? ""
                                : "line " + each.owed().line() + " ("
                                        + each.owed().quantity() + ") ") + "there on " + day(each.date())
                        + " instead of " + day(asked.given(each.owed())))
                .collect(joining(", "));
    }

    String machine(MachineCode code) {
        String name = machines.getOrDefault(code, "");
        return name.isEmpty() ? code.value() : name.contains(code.value()) ? name : name + " " + code;
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Thu 8 Jan 14:00–18:00 and Fri 9 Jan 14:00–18:00}. */
    String windows(List<TimeWindow> windows) {
        return windows.stream()
                .map(window ->
                        DAY.format(window.from().atZone(zone)) + " " + hour(window.from()) + "–" + hour(window.to()))
                .collect(joining(" and "));
    }

    /** {@code 4 h}, {@code 2 h 30 min}. */
    String length(Duration duration) {
        long minutes = duration.toMinutes() % 60;
        return duration.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min");
    }

    private String hour(Instant at) {
        return HOUR.format(at.atZone(zone));
    }
}
