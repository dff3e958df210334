package org.duebook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.web.api.DeliveriesApi;
import org.duebook.web.api.model.DeliveredDto;
import org.duebook.web.api.model.DeliveryDto;
import org.duebook.web.api.model.DeliveryListDto;
import org.duebook.web.api.model.NewDeliveryDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeliveriesController implements DeliveriesApi {

    private final Fulfilment fulfilment;
    private final Orders orders;
    private final Plant plant;
    private final SignedIn signedIn;
    private final Clock clock;

    DeliveriesController(Fulfilment fulfilment, Orders orders, Plant plant, SignedIn signedIn, Clock clock) {
        this.fulfilment = fulfilment;
        this.orders = orders;
        this.plant = plant;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<DeliveredDto> deliver(NewDeliveryDto body, @Nullable String idempotencyKey) {
        OrderLineId line = new OrderLineId(new OrderNumber(body.getOrder()), body.getLine());
        LocalDate on = Objects.requireNonNullElseGet(
                body.getDeliveredOn(),
                () -> LocalDate.ofInstant(clock.instant(), plant.profile().zone()));
        return switch (fulfilment.deliver(
                line, Values.quantity(body.getQuantity()), on, body.getNote(), signedIn.actor())) {
            case DeliveryOutcome.Delivered delivered ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new DeliveredDto(view(delivered.delivery()), Values.quantity(delivered.balance())));
            case DeliveryOutcome.Refused refused -> throw Refusal.unprocessable(asSent(refused.faults()));
            case DeliveryOutcome.Unknown unknown -> throw Refusal.unknown("line", line, "a line of an order");
        };
    }

    @Override
    public ResponseEntity<DeliveryListDto> listDeliveries(String order) {
        CustomerOrder known = orders.find(new OrderNumber(order))
                .orElseThrow(() -> Refusal.unknown("order", order, "an order on the books"));
        List<OrderLineId> lines = Values.each(known.lines(), OrderLine::id);
        List<DeliveryDto> deliveries = fulfilment.deliveries(lines).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Delivery::at).thenComparing(Delivery::number))
                .map(DeliveriesController::view)
                .toList();
        return ResponseEntity.ok(new DeliveryListDto(deliveries));
    }

    /** The day under the name it has in the contract. */
    private static List<Fault> asSent(List<Fault> faults) {
        return Values.each(
                faults,
                fault -> fault.field().equals("on")
                        ? new Fault("deliveredOn", fault.found(), fault.wanted(), fault.cure())
                        : fault);
    }

    private static DeliveryDto view(Delivery of) {
        return new DeliveryDto(
                of.number(),
                of.line().order().value(),
                of.line().line(),
                of.on(),
                Values.quantity(of.quantity()),
                of.note(),
                of.by().name(),
                of.at());
    }
}
