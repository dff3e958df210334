package org.duebook.web.entries;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.planning.BookedEntry;
import org.duebook.planning.EntryEffect;
import org.duebook.plant.Plant;
import org.duebook.promising.PromiseView;
import org.duebook.promising.Promising;
import org.duebook.shared.OrderLineId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells entries: joins what planning knows with the dates that customers have. */
@Component
public class EntryStories {

    private final Plant plant;
    private final Promising promising;

    EntryStories(Plant plant, Promising promising) {
        this.plant = plant;
        this.promising = promising;
    }

    public EntryStory of(BookedEntry entry) {
        return of(List.of(entry)).getFirst();
    }

    public List<EntryStory> of(List<BookedEntry> entries) {
        ZoneId zone = plant.profile().zone();
        EntryWords say = new EntryWords(zone);
        Map<OrderLineId, LocalDate> promised = promising
                .promises(entries.stream()
                        .flatMap(entry -> entry.effect().lines().stream())
                        .map(EntryEffect.Line::line)
                        .distinct()
                        .toList())
                .values()
                .stream()
                .collect(toMap(PromiseView::line, PromiseView::current));
        return entries.stream()
                .map(entry -> new EntryStory(entry, say.of(entry.what()), lines(entry.effect(), promised, say)))
                .toList();
    }

    private List<EntryStory.Line> lines(EntryEffect effect, Map<OrderLineId, LocalDate> promised, EntryWords say) {
        if (effect.lines().isEmpty()) {
            return List.of();
        }
        Map<OrderLineId, Instant> endsBefore = new HashMap<>();
        Map<OrderLineId, Instant> endsAfter = new HashMap<>();
        for (EntryEffect.Line line : effect.lines()) {
            if (line.before() != null) {
                endsBefore.put(line.line(), line.before());
            }
            endsAfter.put(line.line(), line.after());
        }
        Map<OrderLineId, LocalDate> before = promising.deliveryDays(endsBefore);
        Map<OrderLineId, LocalDate> after = promising.deliveryDays(endsAfter);
        return effect.lines().stream()
                .map(line ->
                        line(line, promised.get(line.line()), before.get(line.line()), after.get(line.line()), say))
                .toList();
    }

    private static EntryStory.Line line(
            EntryEffect.Line line,
            @Nullable LocalDate promised,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            EntryWords say) {
        return new EntryStory.Line(line, promised, before, after, say.of(line, promised, before, after));
    }
}
