package org.duebook.promising;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.Orders;
import org.duebook.planning.Placement;
import org.duebook.planning.PlanSnapshot;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.MachineCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes quotes on a plan. Reads only. */
@Component
class Quoting {

    private final Orders orders;
    private final Plant plant;
    private final DeliveryTimes times;
    private final Clock clock;
    private volatile @Nullable MachineNames machineNames;

    Quoting(Orders orders, Plant plant, DeliveryTimes times, Clock clock) {
        this.orders = orders;
        this.plant = plant;
        this.times = times;
        this.clock = clock;
    }

    /** Where a quote's releases fit now, and whether the plan still allows its dates. */
    record Fit(List<FittedRelease> releases) {

        boolean keeps(List<DatedRelease> quoted) {
            return quoted.stream()
                    .allMatch(dated -> releases.stream()
                            .filter(fitted -> dated.is(fitted.owed()))
                            .allMatch(fitted -> fitted.keeps(dated)));
        }

        /** The places found, at the dates quoted, also where the plan no longer allows those. */
        List<GivenRelease> asQuoted(List<DatedRelease> quoted) {
            return releases.stream()
                    .map(fitted -> quoted.stream()
                            .filter(dated -> dated.is(fitted.owed()))
                            .findFirst()
                            .map(fitted::givenAsQuoted)
                            .orElseGet(fitted::given))
                    .toList();
        }

        /** Where it is held for the dates quoted. */
        List<Placement> placements(List<DatedRelease> quoted, Instant now) {
            return asQuoted(quoted).stream().map(given -> given.placement(now)).toList();
        }
    }

    /** The fit that is held for a quote, as it stands by now. */
    Fit held(UUID quote, OrderDraft draft, Confidence confidence, PlanSnapshot plan) {
        return new Fit(FittedRelease.held(
                plan.held(quote.toString()), OwedRelease.of(draft), times.of(draft), confidence, now()));
    }

    Fit fit(UUID quote, OrderDraft draft, Confidence confidence, PlanSnapshot plan) {
        return fit(quote, draft, confidence, plan, times.of(draft));
    }

    private Fit fit(UUID quote, OrderDraft draft, Confidence confidence, PlanSnapshot plan, DeliveryTime time) {
        return new Fit(FittedRelease.fit(
                plan,
                StoredQuote.provisionalOrder(quote),
                OwedRelease.of(draft),
                time,
                confidence,
                draft.priority(),
                now()));
    }

    /** Where an inquiry's releases fit, and what its lines are told. */
    record Dates(Fit fit, Confidence confidence, List<QuotedLine> lines) {}

    /** What a seller waits for, by what was so a moment ago: it binds nobody. */
    Dates dates(UUID quote, OrderDraft draft, Confidence confidence, PlanSnapshot plan) {
        DeliveryTime time = times.lately(draft);
        Fit fit = fit(quote, draft, confidence, plan, time);
        return new Dates(fit, confidence, lines(fit.releases(), time));
    }

    /** An inquiry with the dates the plan allows, and what the rules would say. */
    StoredQuote inquiry(OrderDraft draft, Confidence confidence, PlanSnapshot plan, Actor by) {
        UUID id = UUID.randomUUID();
        return inquiry(id, draft, plan, dates(id, draft, confidence, plan), by);
    }

    /** An inquiry under that id with the dates of a fit. */
    StoredQuote inquiry(UUID id, OrderDraft draft, Confidence confidence, PlanSnapshot plan, Fit fit, Actor by) {
        return inquiry(id, draft, plan, new Dates(fit, confidence, lines(fit.releases(), times.lately(draft))), by);
    }

    private StoredQuote inquiry(UUID id, OrderDraft draft, PlanSnapshot plan, Dates dates, Actor by) {
        LocalDate date = dates.lines().stream()
                .map(QuotedLine::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant now = now();
        Quote quote = new Quote(
                id,
                QuoteStatus.INQUIRY,
                draft,
                date,
                dates.confidence(),
                dates.lines(),
                now,
                now.plus(times.parameters().quoteHold()),
                by,
                null,
                orders.judge(draft));
        List<DatedRelease> dated =
                dates.fit().releases().stream().map(FittedRelease::dated).toList();
        return new StoredQuote(quote, dated, plan.sequence(), false, null);
    }

    /** What lines are told whose releases fit so. */
    List<QuotedLine> lines(List<FittedRelease> fitted, DeliveryTime time) {
        Causes causes = new Causes(machineNames(), time);
        Map<Integer, List<FittedRelease>> byLine = fitted.stream()
                .collect(Collectors.groupingBy(release -> release.owed().line()));
        return byLine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> line(entry.getKey(), entry.getValue(), causes))
                .toList();
    }

    private record MachineNames(List<Machine> of, Map<MachineCode, String> names) {}

    @SuppressWarnings("ReferenceEquality") // another list is another reading
    private Map<MachineCode, String> machineNames() {
        List<Machine> machines = plant.machinesLately();
        MachineNames known = machineNames;
        if (known == null || known.of != machines) {
            known = new MachineNames(
                    machines, machines.stream().collect(Collectors.toUnmodifiableMap(Machine::code, Machine::name)));
            machineNames = known;
        }
        return known.names;
    }

    /** A line is there when its last release is; what holds that one up are its causes. */
    private static QuotedLine line(int line, List<FittedRelease> releases, Causes causes) {
        FittedRelease last = releases.stream()
                .max(Comparator.comparing(FittedRelease::date).thenComparing(FittedRelease::productionEnd))
                .orElseThrow();
        return new QuotedLine(
                line,
                last.owed().item(),
                releases.stream()
                        .map(release -> release.owed().quantity())
                        .reduce((one, other) -> one.plus(other))
                        .orElseThrow(),
                last.owed().requested(),
                last.date(),
                last.planned(),
                last.productionEnd(),
                last.assurance(last.date()).chance(),
                causes.of(last));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
