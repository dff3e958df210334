package org.duebook.web.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.planning.PlanBoard;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.promising.Promising;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers for the board what the modules know: the plan, the orders behind it, their customers and dates. */
@Component
class BoardFeedReader {

    private final Planning planning;
    private final Plant plant;
    private final Orders orders;
    private final Promising promising;
    private final Customers customers;
    private final Catalog catalog;

    BoardFeedReader(
            Planning planning, Plant plant, Orders orders, Promising promising, Customers customers, Catalog catalog) {
        this.planning = planning;
        this.plant = plant;
        this.orders = orders;
        this.promising = promising;
        this.customers = customers;
        this.catalog = catalog;
    }

    /** The published plan as it stands now; empty before the first is published. */
    @Transactional(readOnly = true)
    public Optional<BoardFeed> read() {
        return planning.board().map(this::feed);
    }

    private BoardFeed feed(PlanBoard board) {
        BoardFeedMaker maker = new BoardFeedMaker(board, plant.profile().zone());
        maker.addMachines(plant.workCentres(), plant.machines());
        maker.addUnusual(plant.downtimes(), plant.overtimes());
        addOrders(maker, board);
        addQuotes(maker, board);
        maker.addOperations();
        maker.addItemNames(names(maker.items()));
        return maker.feed();
    }

    private void addOrders(BoardFeedMaker maker, PlanBoard board) {
        Set<OrderLineId> lines = board.schedule().operations().stream()
                .map(operation -> operation.orderLine())
                .collect(toSet());
        board.unplaced().forEach(order -> lines.add(order.orderLine()));
        Map<OrderNumber, CustomerOrder> known =
                orders.openOrders().stream().collect(toMap(CustomerOrder::number, order -> order));
        Map<CustomerNumber, String> names =
                names(known.values().stream().map(CustomerOrder::customer).collect(toSet()));
        var promises = promising.promises(lines);
        var days = promising.deliveryDays(board.dues().entrySet().stream()
                .filter(due -> lines.contains(due.getKey()))
                .collect(toMap(Map.Entry::getKey, due -> due.getValue().end())));
        for (OrderLineId id : lines.stream().sorted().toList()) {
            CustomerOrder order = known.get(id.order());
            if (order == null) {
                continue;
            }
            for (OrderLine line : order.lines()) {
                if (line.id().equals(id)) {
                    maker.addLine(
                            line,
                            names.getOrDefault(
                                    order.customer(), order.customer().value()),
                            promises.get(id),
                            days.get(id));
                }
            }
        }
    }

    private void addQuotes(BoardFeedMaker maker, PlanBoard board) {
        Map<String, List<PlanBoard.HeldOperation>> byQuote =
                board.held().stream().collect(groupingBy(PlanBoard.HeldOperation::quote));
        byQuote.forEach((id, held) -> promising.find(UUID.fromString(id)).ifPresent(quote -> {
            CustomerNumber customer = quote.draft().customer();
            maker.addQuote(
                    quote, held.getFirst().expires(), names(Set.of(customer)).getOrDefault(customer, customer.value()));
        }));
    }

    private Map<CustomerNumber, String> names(Set<CustomerNumber> numbers) {
        return customers.findAll(numbers).values().stream().collect(toMap(Customer::number, Customer::name));
    }

    private Map<ItemNumber, String> names(List<ItemNumber> numbers) {
        Map<ItemNumber, String> names = new HashMap<>();
        Map<ItemNumber, Item> items = catalog.findAll(numbers);
        numbers.forEach(number -> {
            Item item = items.get(number);
            names.put(number, item == null ? "" : Objects.requireNonNullElse(item.name(), ""));
        });
        return names;
    }
}
