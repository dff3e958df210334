package org.duebook.promising;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.ReleaseEnd;
import org.duebook.planning.Supposition;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.jspecify.annotations.Nullable;

/** A late quote for which lines of lower priority give way beyond their dates: as few, by as few days, as bring it as near. */
final class OthersDelayed {

    /** More of them are not looked at one by one. */
    private static final int FEW = 8;

    private final AskedAgain asked;
    private final RecoveryWords words;
    private final DelayCosts costs;
    private final Duration most;
    private final Money nothing;

    /**
     * @param most by which others may be delayed
     * @param nothing no money in the plant's currency
     */
    OthersDelayed(AskedAgain asked, RecoveryWords words, DelayCosts costs, Duration most, Money nothing) {
        this.asked = asked;
        this.words = words;
        this.costs = costs;
        this.most = most;
        this.nothing = nothing;
    }

    Optional<Alternative> offered() {
        Set<OrderLineId> lower = new LinkedHashSet<>();
        MoreCapacity.waits(asked).forEach(wait -> lower.addAll(asked.plan().lowerOn(wait.machine(), asked.priority())));
        if (lower.isEmpty()) {
            return Optional.empty();
        }
        @Nullable Recovered<Supposition.Later> best = null;
        for (long days = 1; days <= most.toDays(); days++) {
            Recovered<Supposition.Later> tried = with(new Supposition.Later(lower, Duration.ofDays(days)));
            if (tried.isBetter() && tried.isSoonerThan(best)) {
                best = tried;
            }
            if (best != null && best.daysLate() == 0) {
                break;
            }
        }
        return Optional.ofNullable(best).map(this::fewest).map(this::inWords);
    }

    private Recovered<Supposition.Later> with(Supposition.Later later) {
        return new Recovered<>(later, asked.on(asked.plan().supposing(later)), asked);
    }

    /** Lets those keep their dates who need not give way for it. */
    private Recovered<Supposition.Later> fewest(Recovered<Supposition.Later> found) {
        Recovered<Supposition.Later> few = found;
        Set<OrderLineId> named = moved(found);
        if (named.size() < found.change().lines().size()) {
            few = noLater(named, few);
        }
        if (named.size() > 1 && named.size() <= FEW) {
            for (OrderLineId line : named) {
                Set<OrderLineId> others = new LinkedHashSet<>(few.change().lines());
                others.remove(line);
                few = noLater(others, few);
            }
        }
        return few;
    }

    private Recovered<Supposition.Later> noLater(Set<OrderLineId> lines, Recovered<Supposition.Later> than) {
        Recovered<Supposition.Later> tried =
                with(new Supposition.Later(lines, than.change().by()));
        return tried.isBetter() && tried.daysLate() <= than.daysLate() ? tried : than;
    }

    private Set<OrderLineId> moved(Recovered<Supposition.Later> found) {
        Set<OrderLineId> moved = new LinkedHashSet<>();
        List<ReleaseEnd> before = before(found);
        after(found).stream()
                .filter(end -> !before.contains(end))
                .map(ReleaseEnd::line)
                .forEach(moved::add);
        return moved;
    }

    private List<ReleaseEnd> before(Recovered<Supposition.Later> found) {
        return asked.plan().ends(found.change().lines());
    }

    private List<ReleaseEnd> after(Recovered<Supposition.Later> found) {
        PlanSnapshot changed = asked.plan().supposing(found.change());
        return changed.ends(
                found.change().lines(), asked.demands(), asked.confidence().share());
    }

    private Alternative inWords(Recovered<Supposition.Later> found) {
        List<Alternative.Delayed> delayed = costs.of(before(found), after(found));
        String who = delayed.isEmpty()
                ? "Move others within the days they are there"
                : "Delay "
                        + delayed.stream()
                                .map(each -> each.line().order() + " line "
                                        + each.line().line() + " from " + words.day(each.from()) + " to "
                                        + words.day(each.to()))
                                .collect(joining(", "));
        List<Money> penalties = delayed.stream()
                .map(Alternative.Delayed::penalty)
                .filter(Objects::nonNull)
                .toList();
        return found.as(
                Alternative.Kind.DELAY_OTHERS,
                who + ": " + words.gain(found.found()),
                FasterPurchase.sum(penalties, nothing),
                true,
                delayed);
    }
}
