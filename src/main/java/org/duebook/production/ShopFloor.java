package org.duebook.production;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.duebook.inventory.Inventory;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Books what the shop floor reports. Material leaves the store when an operation starts, goods enter it when the last one ends. */
@Component
class ShopFloor {

    /** The timeline begins with the first operation that still runs; a wrong year would stretch it for everybody. */
    private static final Duration LONGEST_BACK = Duration.ofDays(366);

    private final ProductionOrders orders;
    private final Inventory inventory;
    private final Remaking remaking;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShopFloor(
            ProductionOrders orders,
            Inventory inventory,
            Remaking remaking,
            ApplicationEventPublisher events,
            Clock clock) {
        this.remaking = remaking;
        this.orders = orders;
        this.inventory = inventory;
        this.events = events;
        this.clock = clock;
    }

    ProgressOutcome book(ProductionOrder order, Operation operation, ProgressReport report, Actor by) {
        List<Fault> faults = faults(order, operation, report);
        if (!faults.isEmpty()) {
            return new ProgressOutcome.Refused(faults);
        }
        MachineCode machine = operation.machine() == null ? report.machine() : operation.machine();
        orders.book(report, machine, by);
        issueMaterial(order, operation.id());
        events.publishEvent(new OperationProgressed(report.on(machine), by));
        boolean last = operation.id().equals(order.operations().getLast().id());
        if (report.finished() && last) {
            orders.setStatus(order.number(), ProductionOrder.Status.FINISHED);
            receiveGoods(order, operation.good().plus(report.good()));
        } else if (order.status() == ProductionOrder.Status.PLANNED) {
            orders.setStatus(order.number(), ProductionOrder.Status.STARTED);
        }
        Quantity good = operation.good().plus(report.good());
        if (report.finished() && !last && good.isZero()) {
            orders.closeWithParts(order.number(), "nothing good came from " + operation.id());
        }
        Quantity lost = Remaking.lost(order, operation, report);
        if (!lost.isZero()) {
            remaking.make(order, operation.id(), lost);
        }
        return new ProgressOutcome.Booked(order);
    }

    private void issueMaterial(ProductionOrder order, OperationId operation) {
        for (MaterialNeed need : orders.issue(operation)) {
            inventory.issue(need.component(), need.quantity(), Production.reference(order.orderLine()));
        }
    }

    private void receiveGoods(ProductionOrder order, Quantity good) {
        if (order.parent() == null && !good.isZero()) {
            inventory.receive(order.item(), good, Production.reference(order.orderLine()));
        }
    }

    private List<Fault> faults(ProductionOrder order, Operation operation, ProgressReport report) {
        List<Fault> faults = new ArrayList<>();
        if (!order.status().isOpen()) {
            faults.add(new Fault(
                    "operation",
                    order.number() + " is " + order.status(),
                    "an open production order",
                    "report on an operation of an open production order"));
        } else if (operation.status() == OperationStatus.FINISHED) {
            faults.add(new Fault(
                    "operation",
                    operation.id() + " is finished",
                    "an unfinished operation",
                    "report on the next operation"));
        }
        order.operations().stream()
                .takeWhile(before -> !before.id().equals(operation.id()))
                .filter(before -> before.status() != OperationStatus.FINISHED)
                .findFirst()
                .ifPresent(before -> faults.add(new Fault(
                        "operation",
                        before.id() + " is " + before.status(),
                        "every operation before " + operation.id() + " finished",
                        "finish " + before.id() + " first")));
        if (faults.isEmpty() && orders.hasUnfinishedPartsFor(operation.id())) {
            faults.add(new Fault(
                    "operation",
                    "parts made for " + operation.id() + " are not finished",
                    "every part the operation consumes finished",
                    "finish the production orders below " + order.number() + " first"));
        }
        machineFault(operation, report.machine(), faults);
        busyFault(operation, report.machine(), faults);
        quantityFaults(order, operation, report, faults);
        if (report.at().isAfter(clock.instant().plusSeconds(300))) {
            faults.add(new Fault(
                    "at",
                    report.at().toString(),
                    "a time that has come",
                    "report what has happened; now is " + clock.instant()));
        } else if (report.at().isBefore(clock.instant().minus(LONGEST_BACK))) {
            faults.add(new Fault(
                    "at",
                    report.at().toString(),
                    "a time within the last " + LONGEST_BACK.toDays() + " days",
                    "check the year"));
        } else if (operation.startedAt() != null && report.at().isBefore(operation.startedAt())) {
            faults.add(new Fault(
                    "at",
                    report.at().toString(),
                    "a time after the start " + operation.startedAt(),
                    "correct the time"));
        }
        return faults;
    }

    private static void machineFault(Operation operation, @Nullable MachineCode machine, List<Fault> faults) {
        List<MachineCode> able =
                operation.machines().stream().map(MachineTime::machine).toList();
        if (operation.outside() != null) {
            if (machine != null) {
                faults.add(new Fault("machine", machine.value(), "none, a vendor does this", "leave the machine out"));
            }
        } else if (operation.machine() == null && machine == null) {
            faults.add(new Fault("machine", "none", "one of " + able, "name the machine it was started on"));
        } else if (operation.machine() != null
                && machine != null
                && !operation.machine().equals(machine)) {
            faults.add(new Fault(
                    "machine",
                    machine.value(),
                    operation.machine().value(),
                    "the operation was started there; report it there or leave the machine out"));
        } else if (machine != null && !able.contains(machine)) {
            faults.add(new Fault("machine", machine.value(), "one of " + able, "name a machine that may do it"));
        }
    }

    private void busyFault(Operation operation, @Nullable MachineCode machine, List<Fault> faults) {
        if (operation.status() == OperationStatus.PLANNED && machine != null) {
            orders.runningOn(machine)
                    .ifPresent(running -> faults.add(new Fault(
                            "machine",
                            machine + " runs " + running,
                            "a machine that is free",
                            "finish " + running + " first, or name the machine it was started on")));
        }
    }

    private static void quantityFaults(
            ProductionOrder order, Operation operation, ProgressReport report, List<Fault> faults) {
        if (!report.good().unit().equals(order.quantity().unit())
                || !report.scrap().unit().equals(order.quantity().unit())) {
            faults.add(new Fault(
                    "good",
                    report.good() + ", scrap " + report.scrap(),
                    "unit " + order.quantity().unit(),
                    "report in the unit of the production order"));
            return;
        }
        Quantity total =
                operation.good().plus(report.good()).plus(operation.scrap()).plus(report.scrap());
        Quantity input = order.inputOf(operation);
        if (total.compareTo(input) > 0) {
            faults.add(new Fault(
                    "good",
                    "in all " + total,
                    "at most " + input,
                    "report what was made since the last report, not the sum"));
        } else if (report.finished() && total.isZero()) {
            faults.add(new Fault(
                    "good",
                    "nothing, good or scrap",
                    "how many of the " + input + " are good when it is finished",
                    "report the good pieces and the scrap"));
        }
    }
}
