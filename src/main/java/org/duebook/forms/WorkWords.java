package org.duebook.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duebook.catalog.Item;
import org.duebook.documents.Table.Tone;
import org.duebook.documents.Table.Value;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.ScheduledOperation;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Language;
import org.duebook.shared.Words;

/** How a day's work at a machine reads, the same on the weekly schedule and on the dispatch list. */
final class WorkWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Language language;
    private final Words words;
    private final ZoneId zone;
    private final Map<ItemNumber, Item> items;

    WorkWords(Language language, ZoneId zone, Map<ItemNumber, Item> items) {
        this.language = language;
        this.words = Words.beside(WorkWords.class, language);
        this.zone = zone;
        this.items = items;
    }

    /** Time of day; marked when it is on a day after the one it belongs to. */
    String time(Instant at, LocalDate day) {
        LocalDateTime local = local(at);
        long after = ChronoUnit.DAYS.between(day, local.toLocalDate());
        return after == 0 ? TIME.format(local) : words.say("time.next", TIME.format(local), after);
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    Value part(ScheduledOperation operation) {
        return new Value.Stack(operation.item().value(), itemName(operation));
    }

    String itemName(ScheduledOperation operation) {
        Item item = items.get(operation.item());
        return item == null ? "" : item.name();
    }

    Value operation(ScheduledOperation operation) {
        return new Value.Stack(operation.name(), operation.placed().operation().toString());
    }

    Value quantity(ScheduledOperation operation) {
        return new Value.Measure(
                operation.quantity().amount(), operation.quantity().unit().code());
    }

    Value changeover(DayOfWork work) {
        PlacedOperation placed = work.operation().placed();
        return work.changesOver()
                ? new Value.Text(words.say(
                        "changeover.text",
                        placed.setupState(),
                        time(work.from(), work.day()),
                        time(placed.start().isBefore(work.to()) ? placed.start() : work.to(), work.day())))
                : Value.NOTHING;
    }

    /** When the run begins in these shifts; nothing when only its changeover lies in them. */
    Value start(DayOfWork work) {
        Instant start = work.operation().placed().start();
        if (!start.isBefore(work.to())) {
            return Value.NOTHING;
        }
        return new Value.Text(time(start.isAfter(work.from()) ? start : work.from(), work.day()));
    }

    String remarks(DayOfWork work) {
        List<String> remarks = new ArrayList<>();
        if (work.operation().late()) {
            remarks.add(words.say("remark.late"));
        }
        if (work.operation().frozen()) {
            remarks.add(words.say("remark.frozen"));
        }
        PlacedOperation placed = work.operation().placed();
        if (work.isContinued()) {
            remarks.add(words.say("remark.continued", moment(placed.setupStart())));
        }
        if (work.continues()) {
            remarks.add(words.say("remark.continues", moment(placed.end())));
        }
        return String.join(words.say("separator"), remarks);
    }

    private String moment(Instant at) {
        return language.moment(local(at));
    }

    static Tone tone(DayOfWork work) {
        return work.operation().late() ? Tone.ALERT : Tone.PLAIN;
    }
}
