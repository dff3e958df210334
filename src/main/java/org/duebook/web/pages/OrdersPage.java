package org.duebook.web.pages;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.promising.PromiseView;
import org.duebook.promising.Promising;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders, the last ordered first. */
@Controller
class OrdersPage {

    private static final int ORDERS_PER_PAGE = 50;

    private final Orders orders;
    private final Customers customers;
    private final Promising promising;

    OrdersPage(Orders orders, Customers customers, Promising promising) {
        this.orders = orders;
        this.customers = customers;
        this.promising = promising;
    }

    @GetMapping("/orders")
    String list(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Entry entry = new Entry();
        Optional<OrderNumber> wanted =
                entry.optional("number", upper(number), "an order number such as SO-1001", OrderNumber::new);
        if (wanted.isPresent() && orders.find(wanted.get()).isPresent()) {
            return OrderPage.to(wanted.get());
        }
        wanted.ifPresent(missing -> entry.refuse("number", number, "the number of an order", "check the number"));
        @Nullable
        CustomerNumber ofCustomer = entry.optional(
                        "customer", upper(customer), "a customer number such as K-1001", CustomerNumber::new)
                .orElse(null);
        Set<OrderStatus> statuses = entry.optional("status", status, "a status", OrdersPage::statuses)
                .orElse(Set.of());
        @Nullable
        OrderNumber from = entry.optional("after", upper(after), "an order number", OrderNumber::new)
                .orElse(null);
        List<CustomerOrder> found = entry.faults().isEmpty()
                ? orders.newest(new OrderFilter(ofCustomer, statuses), from, ORDERS_PER_PAGE + 1)
                : List.of();
        model.addAttribute("faults", entry.faults());
        model.addAttribute("number", number);
        model.addAttribute("customer", customer);
        model.addAttribute("status", status);
        model.addAttribute("statuses", OrderStatus.values());
        model.addAttribute("first", from == null);
        model.addAttribute(
                "next",
                found.size() > ORDERS_PER_PAGE ? found.get(ORDERS_PER_PAGE - 1).number() : null);
        model.addAttribute("rows", rows(found.stream().limit(ORDERS_PER_PAGE).toList()));
        return "orders";
    }

    /** {@code OPEN} is what is still to deliver. */
    private static Set<OrderStatus> statuses(String typed) {
        return "OPEN".equals(typed) ? OrderFilter.OPEN.statuses() : Set.of(OrderStatus.valueOf(typed));
    }

    private List<Row> rows(List<CustomerOrder> found) {
        List<OrderLineId> lines = found.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::id)
                .toList();
        Map<OrderLineId, PromiseView> promises = promising.promises(lines);
        Map<CustomerNumber, String> names = new java.util.HashMap<>();
        return found.stream()
                .map(order -> new Row(
                        order,
                        names.computeIfAbsent(order.customer(), this::nameOf),
                        latest(order.lines().stream().map(OrderLine::requested)),
                        latest(promisedDays(order.lines(), promises))))
                .toList();
    }

    private String nameOf(CustomerNumber number) {
        return customers.find(number).map(Customer::name).orElse("");
    }

    private static Stream<LocalDate> promisedDays(Collection<OrderLine> lines, Map<OrderLineId, PromiseView> promises) {
        return lines.stream()
                .map(line -> promises.get(line.id()))
                .flatMap(Stream::ofNullable)
                .map(PromiseView::current);
    }

    private static @Nullable LocalDate latest(Stream<LocalDate> days) {
        return days.max(Comparator.naturalOrder()).orElse(null);
    }

    private static String upper(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    /** An order with the last day it was requested for and promised for. */
    record Row(
            CustomerOrder order,
            String customerName,
            @Nullable LocalDate requested,
            @Nullable LocalDate promised) {}
}
