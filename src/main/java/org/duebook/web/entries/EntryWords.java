package org.duebook.web.entries;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.duebook.planning.EntryEffect;
import org.duebook.planning.JournalEntry;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** What entries say, in the user's words and the plant's zone. */
final class EntryWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    EntryWords(ZoneId zone) {
        this.zone = zone;
    }

    String of(JournalEntry.OfTheDay entry) {
        return switch (entry) {
            case JournalEntry.Down down ->
                down.machine() + " is down from " + say(down.from())
                        + (down.until() == null ? " until further notice" : " to " + say(down.until()));
            case JournalEntry.Back back -> back.machine() + " works again from " + say(back.at());
            case JournalEntry.ExtraHours extra ->
                "Overtime of " + machines(extra) + " from " + say(extra.from()) + " to " + say(extra.until());
            case JournalEntry.Receipt receipt -> of(receipt);
            case JournalEntry.StockCount count -> of(count);
            case JournalEntry.Progressed progressed -> of(progressed);
            case JournalEntry.Withdrawn withdrawn -> "Entry " + withdrawn.entry() + " withdrawn";
        };
    }

    private static String machines(JournalEntry.ExtraHours extra) {
        String codes = extra.machines().stream().map(MachineCode::value).collect(joining(", "));
        return extra.workCentre() == null ? codes : extra.workCentre() + " (" + codes + ")";
    }

    private String of(JournalEntry.Receipt receipt) {
        String what = receipt.before().number() + ", " + receipt.before().item();
        Quantity rest = receipt.after().quantity();
        if (receipt.arrived().isZero()) {
            return what + ": " + rest + " expected " + say(receipt.after().expected()) + " instead of "
                    + say(receipt.before().expected());
        }
        return what + ": " + receipt.arrived() + " arrived, "
                + (rest.isZero()
                        ? "nothing more to come"
                        : rest + " expected " + say(receipt.after().expected()));
    }

    private static String of(JournalEntry.StockCount count) {
        String counted = count.item() + ": counted " + count.counted() + ", booked " + count.booked() + ", ";
        Quantity fewer = count.booked().minusUpTo(count.counted());
        Quantity more = count.counted().minusUpTo(count.booked());
        Quantity missing = count.reserved().minusUpTo(count.counted());
        String difference = !fewer.isZero() ? fewer + " fewer" : !more.isZero() ? more + " more" : "no difference";
        return counted
                + difference
                + (missing.isZero() ? "" : "; " + count.reserved() + " are reserved, " + missing + " of them missing");
    }

    private static String of(JournalEntry.Progressed progressed) {
        MachineCode machine = progressed.machine();
        String made = progressed.good().isZero() && progressed.scrap().isZero()
                ? (progressed.finished() ? "finished" : "started")
                : progressed.good() + " good"
                        + (progressed.scrap().isZero() ? "" : ", " + progressed.scrap() + " scrap")
                        + (progressed.finished() ? ", finished" : "");
        return progressed.operation() + (machine == null ? "" : " on " + machine) + ": " + made;
    }

    String of(
            EntryEffect.Line line,
            @Nullable LocalDate promised,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {
        String change = switch (line.change()) {
            case NOW_LATE -> "is now late";
            case LATER -> "is late by more";
            case LESS_LATE -> "is late by less";
            case NO_LONGER_LATE -> "is no longer late";
        };
        return line.line() + " " + change + ": " + times(line, before, after)
                + (promised == null ? "" : ", promised " + say(promised));
    }

    private String times(EntryEffect.Line line, @Nullable LocalDate before, @Nullable LocalDate after) {
        Instant endBefore = line.before();
        if (after != null && !after.equals(before)) {
            return "there " + say(after) + (before == null ? "" : " instead of " + say(before));
        }
        return "production ends " + say(line.after()) + (endBefore == null ? "" : " instead of " + say(endBefore));
    }

    private String say(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    private static String say(LocalDate day) {
        return DAY.format(day);
    }
}
