package org.duebook.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.EarlierDelivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.EntryOutcome;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.promising.OrderBefore;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Books orders with their deliveries, many at once. An order whose deliveries are refused is not kept either; then the
 * lot is undone and booked again in two halves, down to the order that is to blame.
 */
@Component
class OrderBooking {

    private final Orders orders;
    private final Promising promising;
    private final Fulfilment fulfilment;

    OrderBooking(Orders orders, Promising promising, Fulfilment fulfilment) {
        this.orders = orders;
        this.promising = promising;
        this.fulfilment = fulfilment;
    }

    /** An order as its rows say, and its deliveries with the rows they stand in. */
    record Lot(OrderRows rows, OrderBefore order, List<OrderRows.Made> deliveries) {

        /** Refused when the order does not stand where its row says; null when nobody asks. */
        private void standsAsSaid(@Nullable OrderStatus is) {
            if (is != null && is != order.standing()) {
                throw rows.row()
                        .refused(
                                "status",
                                rows.row().text("status"),
                                SheetColumn.written(is) + ", as its deliveries say",
                                "correct the status, or add the deliveries");
            }
        }
    }

    void book(List<Lot> lots, Parts parts) {
        if (lots.isEmpty()) {
            return;
        }
        try {
            parts.nested(() -> booked(lots, parts.by())).forEach(each -> each.tell(parts));
        } catch (Cells.Refused | IllegalArgumentException | DataIntegrityViolationException refused) {
            if (lots.size() == 1) {
                Cells row = lots.getFirst().rows().row();
                parts.read(SheetFormat.ORDERS, row, () -> {
                    throw refused;
                });
            } else {
                book(lots.subList(0, lots.size() / 2), parts);
                book(lots.subList(lots.size() / 2, lots.size()), parts);
            }
        }
    }

    /** What became of a lot. */
    private record Booked(Lot lot, List<Fault> faults, Saved saved, List<Saved> deliveries) {

        void tell(Parts parts) {
            if (faults.isEmpty()) {
                parts.count(SheetFormat.ORDERS, List.of(saved));
                parts.count(SheetFormat.DELIVERIES, deliveries);
            } else {
                parts.refuse(SheetFormat.ORDERS, lot.rows().placed(faults));
            }
        }
    }

    private List<Booked> booked(List<Lot> lots, Actor by) {
        List<EntryOutcome> outcomes =
                promising.enterCarriedOver(lots.stream().map(Lot::order).toList(), by);
        List<EarlierDelivery> made = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            if (outcomes.get(i) instanceof EntryOutcome.Taken) {
                lots.get(i).deliveries().forEach(each -> made.add(each.delivery()));
            }
        }
        List<DeliveryOutcome> delivered = fulfilment.carryOver(made, by);
        Map<OrderNumber, OrderStatus> standing = standing(lots, outcomes, by);
        List<Booked> booked = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            switch (outcomes.get(i)) {
                case EntryOutcome.Refused refused ->
                    booked.add(new Booked(lot, refused.faults(), Saved.UNCHANGED, List.of()));
                case EntryOutcome.Taken entered -> {
                    List<DeliveryOutcome> own =
                            delivered.subList(next, next + lot.deliveries().size());
                    next += own.size();
                    List<Saved> saved = saved(lot, own);
                    lot.standsAsSaid(standing.get(entered.order().number()));
                    booked.add(new Booked(lot, List.of(), entered.saved(), saved));
                }
            }
        }
        return booked;
    }

    /** Cancels what is said to be cancelled, and says where new orders of which that was told stand then. */
    private Map<OrderNumber, OrderStatus> standing(List<Lot> lots, List<EntryOutcome> outcomes, Actor by) {
        List<OrderNumber> told = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            OrderStatus said = lots.get(i).order().standing();
            if (said != null && outcomes.get(i) instanceof EntryOutcome.Taken taken && taken.saved() == Saved.CREATED) {
                OrderNumber number = taken.order().number();
                told.add(number);
                if (said == OrderStatus.CANCELLED && taken.order().status() != OrderStatus.CANCELLED) {
                    promising.cancelOrder(number, "It was cancelled before it came here.", by);
                }
            }
        }
        return told.isEmpty()
                ? Map.of()
                : orders.findForUpdate(told).values().stream()
                        .collect(Collectors.toMap(CustomerOrder::number, CustomerOrder::status));
    }

    /** What booking its deliveries did; refused with all their faults when one of them is. */
    private static List<Saved> saved(Lot lot, List<DeliveryOutcome> outcomes) {
        List<Saved> saved = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Cells row = lot.deliveries().get(i).row();
            switch (outcomes.get(i)) {
                case DeliveryOutcome.Delivered delivered -> saved.add(delivered.saved());
                case DeliveryOutcome.Refused refused -> faults.addAll(OrderRows.placed(row, refused.faults()));
                case DeliveryOutcome.Unknown unknown ->
                    faults.add(row.fault("order", row.key("order"), "an order line that exists", "correct the line"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Cells.Refused(faults);
        }
        return saved;
    }
}
