package org.duebook.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.Orders;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.promising.PromisedRelease;
import org.duebook.promising.Promising;
import org.duebook.promising.ReleaseId;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door to promises that cannot be kept, and to what is decided about them. */
@Service
public class Keeping {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_YEARS = 2;

    private final AtRiskReader reader;
    private final KeptRows kept;
    private final Orders orders;
    private final Promising promising;
    private final Planning planning;
    private final Plant plant;
    private final Clock clock;

    Keeping(
            AtRiskReader reader,
            KeptRows kept,
            Orders orders,
            Promising promising,
            Planning planning,
            Plant plant,
            Clock clock) {
        this.reader = reader;
        this.kept = kept;
        this.orders = orders;
        this.promising = promising;
        this.planning = planning;
        this.plant = plant;
        this.clock = clock;
    }

    /** Promises that cannot be kept as things stand, the latest first. */
    @Transactional(readOnly = true)
    public List<PromiseAtRisk> atRisk() {
        return reader.of(orders.openOrders());
    }

    /** When promises of these lines were kept although they were at risk, by release, the latest first. */
    @Transactional(readOnly = true)
    public Map<ReleaseId, List<KeptPromise>> keptPromises(Collection<OrderLineId> lines) {
        return kept.of(lines);
    }

    /**
     * Promises another day, or keeps the promise and chases it. Of two who decide at once the first one's decision holds;
     * the other is told what there is to decide by then.
     */
    @Transactional
    public DecisionOutcome decide(PromiseDecision decision, Actor by) {
        planning.lock();
        ReleaseId release = decision.release();
        Optional<CustomerOrder> order = orders.findForUpdate(release.line().order());
        Optional<PromisedRelease> promise = promised(release);
        if (order.isEmpty() || promise.isEmpty()) {
            return new DecisionOutcome.Unknown();
        }
        List<Fault> faults = new ArrayList<>(reasonFaults(decision.reason()));
        missingDay(decision).ifPresent(faults::add);
        owedFault(order.get(), release).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return new DecisionOutcome.Refused(faults);
        }
        PromiseAtRisk risk = reader.of(List.of(order.get())).stream()
                .filter(each -> each.id().equals(release))
                .findFirst()
                .orElse(null);
        int version = AtRiskReader.version(promise.get(), reader.keptOf(release));
        if (version != decision.version() || risk == null) {
            return new DecisionOutcome.Overtaken(promise.get(), risk, overtaken(decision, version, promise.get()));
        }
        return switch (decision) {
            case PromiseDecision.Revise revise -> revise(revise, risk, by);
            case PromiseDecision.Keep keep -> keep(keep, risk, by);
        };
    }

    private DecisionOutcome revise(PromiseDecision.Revise revise, PromiseAtRisk risk, Actor by) {
        LocalDate day = Objects.requireNonNull(revise.promised());
        Optional<Fault> fault = dayFault(day, risk.projected());
        if (fault.isPresent()) {
            return new DecisionOutcome.Refused(List.of(fault.get()));
        }
        promising.revise(revise.release(), day, revise.reason().strip(), by);
        orders.note(
                revise.release().line().order(),
                "PROMISE_REVISED",
                words(revise.release()) + ": " + day + " instead of "
                        + risk.promise().current() + ": " + revise.reason().strip(),
                by);
        return new DecisionOutcome.Decided(promised(revise.release()).orElseThrow());
    }

    private DecisionOutcome keep(PromiseDecision.Keep keep, PromiseAtRisk risk, Actor by) {
        kept.insert(
                keep.release(),
                new KeptPromise(
                        risk.promise().current(),
                        risk.projected(),
                        keep.reason().strip(),
                        by,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        orders.note(
                keep.release().line().order(),
                "PROMISE_KEPT",
                words(keep.release()) + ": " + risk.promise().current() + " is kept and chased, projected "
                        + risk.projected() + ": " + keep.reason().strip(),
                by);
        return new DecisionOutcome.Decided(risk.promise());
    }

    private static String words(ReleaseId release) {
        return "line " + release.line().line() + " release " + release.release();
    }

    private Optional<PromisedRelease> promised(ReleaseId release) {
        return promising.promisedReleases(List.of(release.line())).stream()
                .filter(each -> each.id().equals(release))
                .findFirst();
    }

    private static List<Fault> reasonFaults(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_REASON
                ? List.of(new Fault(
                        "reason",
                        reason.isBlank() ? "" : reason.strip().length() + " characters",
                        "why, in at most " + LONGEST_REASON + " characters",
                        "say what the customer is told"))
                : List.of();
    }

    private static Optional<Fault> missingDay(PromiseDecision decision) {
        return decision instanceof PromiseDecision.Revise revise && revise.promised() == null
                ? Optional.of(new Fault(
                        "promised",
                        "no day",
                        "the day the customer is told",
                        "give a day, such as the proposed one, or keep the promise"))
                : Optional.empty();
    }

    private Optional<Fault> owedFault(CustomerOrder order, ReleaseId release) {
        if (!order.status().isOpen()) {
            return Optional.of(new Fault(
                    "order",
                    order.number() + " is " + order.status(),
                    "an order that is accepted or partly delivered",
                    "nothing is left to decide"));
        }
        return reader.owed(List.of(order)).containsKey(release)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "line",
                        release + " is delivered",
                        "a release that is still owed",
                        "nothing is left to decide"));
    }

    private Optional<Fault> dayFault(LocalDate day, LocalDate earliest) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), plant.profile().zone());
        if (day.isBefore(today)) {
            return Optional.of(new Fault(
                    "promised", day.toString(), "a day from " + today + " on", "promise a day that is still to come"));
        }
        if (day.isBefore(earliest)) {
            return Optional.of(new Fault(
                    "promised",
                    day.toString(),
                    earliest + " or later, as the plan stands",
                    "promise a later day, or keep the promise and make room first"));
        }
        return day.isAfter(today.plusYears(MOST_YEARS))
                ? Optional.of(new Fault(
                        "promised", day.toString(), "a day up to " + today.plusYears(MOST_YEARS), "check the year"))
                : Optional.empty();
    }

    private static Fault overtaken(PromiseDecision decision, int version, PromisedRelease promise) {
        return version == decision.version()
                ? new Fault(
                        "release",
                        promise.id() + ", promised " + promise.current(),
                        "a promise that cannot be kept",
                        "leave it: by now it can be kept")
                : new Fault(
                        "version",
                        String.valueOf(decision.version()),
                        version + ", since somebody decided meanwhile; promised is " + promise.current(),
                        "look at it again and decide on what is so now");
    }
}
