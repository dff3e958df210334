package org.duebook.promising;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.planning.Binding;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Supposition;
import org.duebook.policy.PromiseParameters;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** A late quote with the bought material that it waits for there sooner, at a surcharge. */
final class FasterPurchase {

    private static final int MOST_COMPONENTS = 3;

    private final AskedAgain asked;
    private final RecoveryWords words;
    private final Catalog catalog;
    private final PromiseParameters.Recovery recovery;
    private final Money nothing;

    /** @param nothing no money in the plant's currency */
    FasterPurchase(
            AskedAgain asked,
            RecoveryWords words,
            Catalog catalog,
            PromiseParameters.Recovery recovery,
            Money nothing) {
        this.asked = asked;
        this.words = words;
        this.catalog = catalog;
        this.recovery = recovery;
        this.nothing = nothing;
    }

    /** A component and the days in which it is there. */
    private record Expedited(Item component, int days) {

        Money surcharge(Quantity bought, BigDecimal percent) {
            return component.cost().times(bought.amount()).percent(percent);
        }
    }

    /** A component that is bought sooner, and how much of it. */
    private record Bought(Expedited expedited, Quantity quantity) {}

    /** Expedites what binds, then what binds after that, as long as it helps. */
    Optional<Alternative> offered() {
        PlanSnapshot changed = asked.plan();
        List<FittedRelease> found = asked.fitted();
        Map<ItemNumber, Expedited> expedited = new LinkedHashMap<>();
        @Nullable Recovered<Map<ItemNumber, Expedited>> best = null;
        while (expedited.size() < MOST_COMPONENTS) {
            Optional<Expedited> next = next(found, expedited);
            if (next.isEmpty()) {
                break;
            }
            ItemNumber component = next.get().component.number();
            expedited.put(component, next.get());
            changed = changed.supposing(new Supposition.Expedited(component, next.get().days));
            found = asked.on(changed);
            Recovered<Map<ItemNumber, Expedited>> tried = new Recovered<>(Map.copyOf(expedited), found, asked);
            if (tried.isBetter() && tried.isSoonerThan(best)) {
                best = tried;
            }
        }
        return Optional.ofNullable(best).flatMap(this::inWords);
    }

    /** What binds a late release and is bought sooner than it comes now. */
    private Optional<Expedited> next(List<FittedRelease> found, Map<ItemNumber, Expedited> known) {
        return AskedAgain.lateLastFirst(found).stream()
                .flatMap(late -> late.placement().bindings().stream())
                .filter(Binding.WaitsForMaterial.class::isInstance)
                .map(Binding.WaitsForMaterial.class::cast)
                .map(Binding.WaitsForMaterial::component)
                .filter(component -> !known.containsKey(component))
                .flatMap(component -> catalog.find(component).stream())
                .map(component -> new Expedited(component, sooner(component.leadTimeDays())))
                .filter(each -> each.days < each.component.leadTimeDays())
                .findFirst();
    }

    private int sooner(int days) {
        return BigDecimal.valueOf(days)
                .multiply(recovery.expeditedPercent())
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    private Optional<Alternative> inWords(Recovered<Map<ItemNumber, Expedited>> best) {
        List<Bought> bought = best.change().values().stream()
                .map(expedited -> new Bought(expedited, bought(best.found(), expedited.component)))
                .filter(each -> !each.quantity.isZero())
                .toList();
        if (bought.isEmpty()) {
            return Optional.empty();
        }
        String what = bought.stream()
                .map(each -> each.quantity + " " + each.expedited.component.number() + " in " + each.expedited.days
                        + " days instead of " + each.expedited.component.leadTimeDays())
                .collect(Collectors.joining(", "));
        String text = "Expedite " + what + " at a surcharge of "
                + recovery.surchargePercent().toPlainString() + " %: " + words.gain(best.found());
        List<Money> surcharges = bought.stream()
                .map(each -> each.expedited.surcharge(each.quantity, recovery.surchargePercent()))
                .toList();
        return Optional.of(best.as(Alternative.Kind.EXPEDITE, text, sum(surcharges, nothing), false, List.of()));
    }

    private static Quantity bought(List<FittedRelease> found, Item component) {
        return found.stream()
                .flatMap(each -> each.placement().pegs().stream())
                .filter(peg -> peg.source() == MaterialPeg.Source.PURCHASE
                        && peg.component().equals(component.number()))
                .map(MaterialPeg::quantity)
                .reduce(Quantity.zero(component.unit()), Quantity::plus);
    }

    /** Null where not all are in one currency. */
    static @Nullable Money sum(List<Money> amounts, Money nothing) {
        return amounts.stream().allMatch(each -> each.currency().equals(nothing.currency()))
                ? amounts.stream().reduce(nothing, Money::plus)
                : null;
    }
}
