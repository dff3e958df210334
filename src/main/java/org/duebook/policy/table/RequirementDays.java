package org.duebook.policy.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.policy.OrderFacts.Type;
import org.duebook.policy.ReleaseRules.Requirement;

/**
 * A table of what special lines need before their work is released, without rules: {@code id, order type, own
 * specification, specification says, requirement, working days, valid from, valid to, note}.
 */
public final class RequirementDays {

    /** Where a rule set names no such table. */
    public static final RequirementDays NONE = new RequirementDays(List.of());

    private static final List<String> HEADING = List.of(
            "id",
            "order type",
            "own specification",
            "specification says",
            "requirement",
            "working days",
            "valid from",
            "valid to",
            "note");
    private static final int MOST_DAYS = 250;
    private static final List<String> TYPES =
            Arrays.stream(Type.values()).map(Type::name).toList();

    private record Entry(Requirement requirement, LocalDate from, LocalDate to) {}

    private final List<Entry> entries;

    private RequirementDays(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The rows that hold on a day. */
    public List<Requirement> on(LocalDate day) {
        return entries.stream()
                .filter(entry -> !day.isBefore(entry.from()) && !day.isAfter(entry.to()))
                .map(Entry::requirement)
                .toList();
    }

    public static Optional<RequirementDays> read(String file, byte[] bytes, Faults faults) {
        int before = faults.size();
        Optional<Csv> csv = Csv.read(file, bytes, faults);
        if (csv.isEmpty()) {
            return Optional.empty();
        }
        if (!csv.get().heading().equals(HEADING)) {
            faults.add(
                    file,
                    1,
                    "",
                    String.join(",", csv.get().heading()),
                    String.join(",", HEADING),
                    "correct the heading");
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Csv.Row row : csv.get().rows()) {
            Cells cells = new Cells(file, row, faults);
            if (cells.text(0).isEmpty() || !ids.add(cells.text(0))) {
                cells.fault(0, "an id, each once", "give this row its own id");
            }
            entries.add(cells.entry());
        }
        return faults.size() > before ? Optional.empty() : Optional.of(new RequirementDays(entries));
    }

    /** One row being read; what cannot be understood is a fault. */
    private record Cells(String file, Csv.Row row, Faults faults) {

        String text(int column) {
            return row.cells().get(column);
        }

        Entry entry() {
            return new Entry(
                    new Requirement(text(0), types(), own(), keywords(), requirement(), days()),
                    day(6, LocalDate.MIN),
                    day(7, LocalDate.MAX));
        }

        private Set<Type> types() {
            List<String> named = text(1).equals("-") ? TYPES : Values.alternatives(text(1));
            Optional<String> wrong =
                    named.stream().filter(name -> !TYPES.contains(name)).findFirst();
            if (wrong.isPresent()) {
                fault(1, "- for any, or types joined by |: " + Near.wanted(wrong.get(), TYPES), "correct the type");
                return Set.of();
            }
            return named.stream().map(Type::valueOf).collect(Collectors.toSet());
        }

        private String own() {
            if (!List.of("yes", "no", "-").contains(text(2))) {
                fault(2, "yes, no, or - where it does not matter", "correct the cell");
            }
            return text(2);
        }

        private List<String> keywords() {
            if (text(3).equals("-")) {
                return List.of();
            }
            List<String> words = Values.alternatives(text(3).toLowerCase(Locale.ROOT));
            if (words.contains("")) {
                fault(
                        3,
                        "- where it does not matter, or words joined by | such as PPAP|first article",
                        "fill the cell");
            }
            return words;
        }

        private String requirement() {
            if (text(4).isEmpty() || text(4).equals("-")) {
                fault(4, "what is needed, such as engineering", "fill the cell");
            }
            return text(4);
        }

        private int days() {
            Optional<Integer> days = Values.days(text(5)).filter(each -> each >= 1 && each <= MOST_DAYS);
            if (days.isEmpty()) {
                fault(5, "working days from 1 to " + MOST_DAYS + " such as 3", "correct the cell");
            }
            return days.orElse(1);
        }

        private LocalDate day(int column, LocalDate otherwise) {
            if (text(column).isEmpty() || text(column).equals("-")) {
                return otherwise;
            }
            Optional<LocalDate> date = Values.date(text(column));
            if (date.isEmpty()) {
                fault(column, "a date such as 2026-01-31, or nothing", "correct the date");
            }
            return date.orElse(otherwise);
        }

        void fault(int column, String wanted, String cure) {
            faults.add(file, row.line(), HEADING.get(column), text(column), wanted, cure);
        }
    }
}
