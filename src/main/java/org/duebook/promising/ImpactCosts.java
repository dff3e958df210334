package org.duebook.promising;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderHead;
import org.duebook.orders.Release;
import org.duebook.planning.MaterialPeg;
import org.duebook.plant.Plant;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a change costs or saves as far as the plant keeps prices, contracts and standard costs, and what that leaves out. */
@Component
class ImpactCosts {

    private final Catalog catalog;
    private final Customers customers;
    private final Plant plant;
    private final DelayCosts contracts;

    ImpactCosts(Catalog catalog, Customers customers, Plant plant, DelayCosts contracts) {
        this.catalog = catalog;
        this.customers = customers;
        this.plant = plant;
        this.contracts = contracts;
    }

    record Found(Impact.Costs costs, List<String> notKnown) {}

    /**
     * @param dated the changed lines as they would be
     * @param endsNow when production of their releases ends by now
     * @param underway when that which goes on of them would end
     * @param fitted what would be placed anew for them
     */
    Found of(
            CustomerOrder order,
            List<ChangedLine> lines,
            List<Impact.Line> dated,
            List<LikelyEnd> endsNow,
            List<LikelyEnd> underway,
            List<FittedRelease> fitted,
            DeliveryTime time,
            List<Impact.Material> material,
            List<Impact.Other> others) {
        Set<String> notKnown = new LinkedHashSet<>();
        Money newPrice = newPrice(order, lines, notKnown);
        Currency house = plant.profileLately().currency();
        Map<ItemNumber, Item> items = catalog.findAll(
                material.stream().map(Impact.Material::item).distinct().toList());
        Money othersPenalty = FasterPurchase.sum(
                others.stream()
                        .map(Impact.Other::penalty)
                        .filter(Objects::nonNull)
                        .toList(),
                Money.zero(house));
        if (othersPenalty == null) {
            notKnown.add("The penalties of others are kept in several currencies: see each of them.");
        }
        Impact.Costs costs = new Impact.Costs(
                sum(
                        order.currency(),
                        lines.stream().map(line -> line.before().amount()).toList()),
                newPrice,
                penalty(order, penaltiesNow(lines, endsNow, time)),
                penalty(order, penaltiesThen(lines, dated, underway, fitted, time)),
                othersPenalty,
                cost(material, items, house, notKnown),
                cost(
                        material.stream()
                                .filter(each -> each.source() == MaterialPeg.Source.PURCHASE)
                                .toList(),
                        items,
                        house,
                        notKnown));
        if (material.stream()
                .anyMatch(each -> each.source() == MaterialPeg.Source.RECEIPT
                        && each.after().compareTo(each.before()) < 0)) {
            notKnown.add("What a supplier asks for a receipt that is not needed in full any more is not known.");
        }
        notKnown.add("Machine and labour cost is not known: the plant keeps no hourly rates but for overtime.");
        notKnown.add(
                "What the rules say to the changed order (credit, deposit, approval) is asked when it is changed.");
        return new Found(costs, List.copyOf(notKnown));
    }

    private @Nullable Money newPrice(CustomerOrder order, List<ChangedLine> lines, Set<String> notKnown) {
        Money all = Money.zero(order.currency());
        for (ChangedLine line : lines) {
            Money unitPrice = line.isAnotherItem() && !line.isOver()
                    ? catalog.findLately(line.item())
                            .map(Item::price)
                            .filter(price -> price.currency().equals(order.currency())
                                    && price.amount().signum() > 0)
                            .orElse(null)
                    : line.before().unitPrice();
            if (unitPrice == null) {
                notKnown.add(
                        line.item() + " has no list price in " + order.currency() + ": its price is to be agreed.");
                return null;
            }
            all = all.plus(unitPrice.times(line.quantity().amount()));
        }
        return all;
    }

    /** A release that is late, with the amount it is late with. */
    private record Late(Money amount, LocalDate promised, LocalDate there) {}

    private static List<Late> penaltiesNow(List<ChangedLine> lines, List<LikelyEnd> ends, DeliveryTime time) {
        List<Late> late = new ArrayList<>();
        for (ChangedLine line : lines) {
            for (LikelyEnd end : ends) {
                LocalDate promised = line.promised().get(end.release());
                boolean own = end.line().equals(line.before().id())
                        && end.release() <= line.before().releases().size();
                if (own && promised != null) {
                    Release release = line.before().releases().get(end.release() - 1);
                    late.add(new Late(amount(line, release), promised, time.deliveryDay(end.surely())));
                }
            }
        }
        return late;
    }

    /** Who asks for other days, or for nothing, is owed nothing for missing the old ones. */
    private static List<Late> penaltiesThen(
            List<ChangedLine> lines,
            List<Impact.Line> dated,
            List<LikelyEnd> underway,
            List<FittedRelease> fitted,
            DeliveryTime time) {
        List<Late> late = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ChangedLine line = lines.get(i);
            LocalDate whole = dated.get(i).date();
            if (whole != null && !line.dayAsked()) {
                for (int release = 1; release <= line.releases().size(); release++) {
                    LocalDate promised = line.promised().get(release);
                    if (promised != null) {
                        Release of = line.releases().get(release - 1);
                        LocalDate day =
                                line.releases().size() == 1 ? whole : day(line, release, underway, fitted, time);
                        late.add(new Late(amount(line, of), promised, day));
                    }
                }
            }
        }
        return late;
    }

    /** The day a release can be told: of what is placed anew of it and of what goes on. */
    private static LocalDate day(
            ChangedLine line, int release, List<LikelyEnd> underway, List<FittedRelease> fitted, DeliveryTime time) {
        Stream<LocalDate> anew = fitted.stream()
                .filter(each -> each.owed().line() == line.line() && each.owed().release() == release)
                .map(FittedRelease::date);
        Stream<LocalDate> goingOn = underway.stream()
                .filter(each -> each.line().equals(line.before().id()) && each.release() == release)
                .map(each -> time.deliveryDay(each.surely()));
        return Stream.concat(anew, goingOn)
                .max(Comparator.naturalOrder())
                .orElse(line.releases().get(release - 1).requested());
    }

    private static Money amount(ChangedLine line, Release release) {
        return line.before().unitPrice().times(release.quantity().amount());
    }

    private @Nullable Money penalty(CustomerOrder order, List<Late> all) {
        List<Late> late =
                all.stream().filter(each -> each.there.isAfter(each.promised)).toList();
        Optional<Customer> customer = late.isEmpty() ? Optional.empty() : customers.find(order.customer());
        return customer.map(known -> sum(
                        order.currency(),
                        late.stream()
                                .map(each -> contracts.owed(
                                        known.contractClass(),
                                        OrderHead.of(order),
                                        each.amount,
                                        each.promised,
                                        each.there))
                                .toList()))
                .filter(owed -> owed.amount().signum() > 0)
                .orElse(null);
    }

    private static Money sum(Currency currency, List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }

    private static @Nullable Money cost(
            List<Impact.Material> material, Map<ItemNumber, Item> items, Currency house, Set<String> notKnown) {
        Set<ItemNumber> without = material.stream()
                .map(Impact.Material::item)
                .filter(number -> {
                    Item item = items.get(number);
                    return item == null
                            || item.cost().amount().signum() == 0
                            || !item.cost().currency().equals(house);
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!without.isEmpty()) {
            without.forEach(item -> notKnown.add("No standard cost in " + house + " is kept of " + item + "."));
            return null;
        }
        Money all = Money.zero(house);
        for (Impact.Material each : material) {
            BigDecimal more = each.after().amount().subtract(each.before().amount());
            all = all.plus(Objects.requireNonNull(items.get(each.item())).cost().times(more));
        }
        return all;
    }
}
