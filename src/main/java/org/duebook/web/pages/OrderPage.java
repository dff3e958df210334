package org.duebook.web.pages;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.customers.Customers;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.keeping.Keeping;
import org.duebook.orders.ApprovalOutcome;
import org.duebook.orders.CancelOutcome;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.orders.Resolution;
import org.duebook.production.Production;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.web.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** One order: lines, why the rules decided so, what it waits for, promises, deliveries, history. */
@Controller
class OrderPage {

    private final Orders orders;
    private final Customers customers;
    private final BalanceSheet balanceSheet;
    private final Promising promising;
    private final Keeping keeping;
    private final Production production;
    private final Fulfilment fulfilment;
    private final SignedIn signedIn;

    OrderPage(
            Orders orders,
            Customers customers,
            BalanceSheet balanceSheet,
            Promising promising,
            Keeping keeping,
            Production production,
            Fulfilment fulfilment,
            SignedIn signedIn) {
        this.orders = orders;
        this.customers = customers;
        this.balanceSheet = balanceSheet;
        this.promising = promising;
        this.keeping = keeping;
        this.production = production;
        this.fulfilment = fulfilment;
        this.signedIn = signedIn;
    }

    @GetMapping("/orders/{number}")
    String show(@PathVariable String number, Model model) {
        CustomerOrder order = orders.find(number(number)).orElseThrow(OrderPage::notFound);
        List<OrderLineId> lines = order.lines().stream().map(OrderLine::id).toList();
        model.addAttribute("order", order);
        model.addAttribute("customer", customers.find(order.customer()).orElse(null));
        model.addAttribute(
                "shipTo",
                customers
                        .find(order.customer())
                        .flatMap(customer -> customer.shipTo(order.shipTo()))
                        .orElse(null));
        model.addAttribute("lines", lines(order));
        model.addAttribute("promises", promising.promises(lines));
        model.addAttribute("kept", keeping.keptPromises(lines));
        model.addAttribute("madeAgain", production.madeAgain(lines));
        Map<OrderLineId, List<Delivery>> deliveries = fulfilment.deliveries(lines);
        model.addAttribute("deliveries", deliveries);
        model.addAttribute("anyDelivery", deliveries.values().stream().anyMatch(booked -> !booked.isEmpty()));
        model.addAttribute("decisions", orders.decisions(order.number()));
        model.addAttribute("holds", orders.holds(order.number()));
        model.addAttribute(
                "answerable",
                Arrays.stream(OrderHold.Kind.values())
                        .filter(signedIn::mayAnswer)
                        .collect(Collectors.toSet()));
        model.addAttribute("history", orders.history(order.number()));
        model.addAttribute("deliverable", order.status().isOpen());
        model.addAttribute("cancellable", order.status().mayBecome(OrderStatus.CANCELLED));
        return "order";
    }

    @PostMapping("/orders/{number}/lines/{line}/deliveries")
    String deliver(
            @PathVariable String number,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String note,
            Principal who,
            Model model,
            RedirectAttributes flash) {
        CustomerOrder order = orders.find(number(number)).orElseThrow(OrderPage::notFound);
        OrderLine ordered = order.lines().stream()
                .filter(each -> each.id().line() == line)
                .findFirst()
                .orElseThrow(OrderPage::notFound);
        Entry entry = new Entry();
        Optional<BigDecimal> amount =
                entry.required("quantity", quantity, "a number above 0 such as 25", Entry::positive);
        Optional<LocalDate> day = entry.required("on", on, "a day such as 2026-12-03", Entry::day);
        List<Fault> faults = entry.faults();
        if (amount.isPresent() && day.isPresent()) {
            Quantity delivered = Quantity.of(amount.get(), ordered.quantity().unit());
            DeliveryOutcome outcome =
                    fulfilment.deliver(ordered.id(), delivered, day.get(), note.strip(), new Actor(who.getName()));
            switch (outcome) {
                case DeliveryOutcome.Delivered done -> {
                    flash.addFlashAttribute(
                            "done",
                            done.delivery().number() + ": " + delivered + " delivered; " + done.balance()
                                    + " still owed on line " + line + ".");
                    return to(order.number());
                }
                case DeliveryOutcome.Refused refused -> faults = refused.faults();
                case DeliveryOutcome.Unknown unknown -> throw notFound();
            }
        }
        model.addAttribute("deliveryFaults", faults);
        model.addAttribute("deliveryLine", line);
        model.addAttribute("typed", Map.of("quantity", quantity, "on", on, "note", note));
        return show(number, model);
    }

    @PostMapping("/orders/{number}/holds/{hold}")
    String resolve(
            @PathVariable String number,
            @PathVariable int hold,
            @RequestParam Resolution resolution,
            @RequestParam(defaultValue = "") String comment,
            Principal who,
            RedirectAttributes flash) {
        OrderNumber order = number(number);
        OrderHold.Kind kind = orders.holds(order).stream()
                .filter(each -> each.id() == hold)
                .map(OrderHold::kind)
                .findFirst()
                .orElseThrow(OrderPage::notFound);
        if (!signedIn.mayAnswer(kind)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "an administrator answers this");
        }
        switch (promising.resolve(order, hold, resolution, comment.strip(), new Actor(who.getName()))) {
            case ApprovalOutcome.Accepted accepted ->
                flash.addFlashAttribute("done", "Granted. The order is accepted.");
            case ApprovalOutcome.StillHeld still ->
                flash.addFlashAttribute(
                        "done",
                        "Granted. The order still waits for " + still.open().size() + " more.");
            case ApprovalOutcome.Rejected rejected ->
                flash.addFlashAttribute("done", "Refused. The order is rejected.");
            case ApprovalOutcome.NotAllowed not -> flash.addFlashAttribute("wrong", inWords(not.fault()));
            case ApprovalOutcome.Unknown unknown -> throw notFound();
        }
        return to(order);
    }

    @PostMapping("/orders/{number}/cancel")
    String cancel(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes flash) {
        OrderNumber order = number(number);
        if (reason.isBlank()) {
            flash.addFlashAttribute("cancelFault", "Say why the order is cancelled.");
            return to(order) + "#cancel";
        }
        switch (promising.cancelOrder(order, reason.strip(), new Actor(who.getName()))) {
            case CancelOutcome.Cancelled cancelled -> flash.addFlashAttribute("done", "The order is cancelled.");
            case CancelOutcome.NotAllowed not -> flash.addFlashAttribute("wrong", inWords(not.fault()));
            case CancelOutcome.Unknown unknown -> throw notFound();
        }
        return to(order);
    }

    private List<LineView> lines(CustomerOrder order) {
        Map<OrderLineId, OrderBalance> balances = new java.util.HashMap<>();
        balanceSheet.ofOrder(order.number()).forEach(row -> balances.put(row.line(), row));
        return order.lines().stream()
                .flatMap(line ->
                        Optional.ofNullable(balances.get(line.id()))
                                .map(balance -> new LineView(line, balance))
                                .stream())
                .toList();
    }

    private static String inWords(Fault fault) {
        return "Found “" + fault.found() + "”, wanted " + fault.wanted() + "; " + fault.cure() + ".";
    }

    /** The redirection to an order's page; a number may hold a slash. */
    static String to(OrderNumber number) {
        return "redirect:/orders/" + UriUtils.encodePathSegment(number.value(), StandardCharsets.UTF_8);
    }

    static OrderNumber number(String typed) {
        try {
            return new OrderNumber(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException noNumber) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noNumber.getMessage(), noNumber);
        }
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such order or line");
    }

    /** An order line with where it stands. */
    record LineView(OrderLine line, OrderBalance balance) {}
}
