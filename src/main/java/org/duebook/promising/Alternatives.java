package org.duebook.promising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duebook.catalog.Catalog;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Planning;
import org.duebook.planning.Supposition;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.policy.PromiseParameters;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Money;
import org.springframework.stereotype.Component;

/** Finds what could be done for a quote that is later than asked for. Reads only; each option is placed on a changed plan. */
@Component
class Alternatives {

    private final Planning planning;
    private final QuoteStore quotes;
    private final Quoting quoting;
    private final DeliveryTimes times;
    private final Catalog catalog;
    private final Plant plant;
    private final DelayCosts costs;

    Alternatives(
            Planning planning,
            QuoteStore quotes,
            Quoting quoting,
            DeliveryTimes times,
            Catalog catalog,
            Plant plant,
            DelayCosts costs) {
        this.planning = planning;
        this.quotes = quotes;
        this.quoting = quoting;
        this.times = times;
        this.catalog = catalog;
        this.plant = plant;
        this.costs = costs;
    }

    /** @param anybodys whether the actor may ask about quotes of others */
    AlternativesOutcome of(UUID id, Actor by, boolean anybodys) {
        Optional<StoredQuote> found = quotes.find(id);
        if (found.isEmpty()) {
            return new AlternativesOutcome.Unknown();
        }
        StoredQuote stored = found.get();
        List<Fault> refusal = refusal(stored, by, anybodys);
        if (!refusal.isEmpty()) {
            return new AlternativesOutcome.Refused(refusal);
        }
        return planning.snapshot()
                .<AlternativesOutcome>map(plan -> new AlternativesOutcome.Offered(of(stored, plan)))
                .orElseGet(() -> new AlternativesOutcome.Refused(QuoteFaults.noPlan()));
    }

    private List<Fault> refusal(StoredQuote stored, Actor by, boolean anybodys) {
        if (!anybodys && !stored.isBy(by)) {
            return QuoteFaults.notOwn(stored);
        }
        return switch (stored.quote().status()) {
            case INQUIRY, HELD -> stored.isOverdue(quoting.now()) ? QuoteFaults.expired(stored) : List.of();
            case EXPIRED -> QuoteFaults.expired(stored);
            case CANCELLED -> QuoteFaults.cancelled();
            case CONFIRMED ->
                List.of(new Fault(
                        "quote",
                        "confirmed as order " + stored.quote().order(),
                        "a quote that is still open",
                        "propose a change of the order instead"));
        };
    }

    private List<Alternative> of(StoredQuote stored, PlanSnapshot plan) {
        if (stored.quote().lines().stream().allMatch(QuotedLine::meetsRequest)) {
            return List.of();
        }
        OrderDraft draft = stored.quote().draft();
        PlanSnapshot without = stored.holdOpen()
                ? plan.supposing(new Supposition.NotHeld(stored.id().toString()))
                : plan;
        AskedAgain asked = AskedAgain.of(
                stored.provisionalOrder(),
                times.of(draft),
                stored.quote().confidence(),
                draft.priority(),
                quoting.now(),
                without,
                stored.releases());
        return of(asked);
    }

    /** What could be done for what is late of it; nothing when nothing is. */
    List<Alternative> of(AskedAgain asked) {
        if (asked.late().isEmpty()) {
            return List.of();
        }
        List<Machine> machines = plant.machines();
        PromiseParameters.Recovery recovery = times.parameters().recovery();
        Money nothing = Money.zero(plant.profile().currency());
        RecoveryWords words = RecoveryWords.of(machines, asked);
        MoreCapacity capacity = new MoreCapacity(asked, words, machines, recovery, nothing);
        List<Alternative> all = new ArrayList<>(new PartDeliveries(asked, words, catalog, nothing).all());
        all.addAll(capacity.overtime());
        all.addAll(capacity.substitutes());
        new FasterPurchase(asked, words, catalog, recovery, nothing).offered().ifPresent(all::add);
        new OthersDelayed(asked, words, costs, recovery.delayOfOthers(), nothing)
                .offered()
                .ifPresent(all::add);
        return all;
    }
}
