package org.duebook.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.promising.ImpactOutcome;
import org.duebook.promising.OrderChange;
import org.duebook.shared.Fault;
import org.duebook.shared.Quantity;
import org.duebook.web.ImpactQuestions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a change of an order, or an open proposal, would do; a question only, so it is asked with GET. */
@Controller
class OrderImpact {

    private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d{1,4})](?:\\.(.*))?");

    private final Orders orders;
    private final ImpactQuestions impacts;

    OrderImpact(Orders orders, ImpactQuestions impacts) {
        this.orders = orders;
        this.impacts = impacts;
    }

    /** Fields of a line carry its number, such as {@code quantity-1}; those that are as on the books ask for nothing. */
    @GetMapping("/orders/{number}/impact")
    String ofOrder(@PathVariable String number, @RequestParam Map<String, String> typed, Model model) {
        CustomerOrder order = orders.find(OrderPage.number(number)).orElseThrow(OrderPage::notFound);
        model.addAttribute("of", order.number());
        if (typed.containsKey("whole")) {
            return shown(impacts.of(OrderChange.cancelled(order.number())), List.of(), model);
        }
        Entry entry = new Entry();
        List<OrderChange.Line> lines = order.lines().stream()
                .flatMap(line -> change(line, typed, entry).stream())
                .toList();
        if (!entry.faults().isEmpty()) {
            model.addAttribute(
                    "wrong", entry.faults().stream().map(OrderImpact::inWords).toList());
            return "order-impact";
        }
        return shown(impacts.of(new OrderChange(order.number(), false, lines)), lines, model);
    }

    @GetMapping("/changes/proposals/{id}/impact")
    String ofProposal(@PathVariable long id, Model model) {
        ImpactOutcome outcome = impacts.ofProposal(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such proposal"));
        return shown(outcome, List.of(), model);
    }

    private static Optional<OrderChange.Line> change(OrderLine line, Map<String, String> typed, Entry entry) {
        int number = line.id().line();
        if (typed.containsKey("cancel-" + number)) {
            return Optional.of(OrderChange.Line.cancelled(number));
        }
        Optional<Quantity> quantity = entry.optional(
                        "line " + number + ", quantity",
                        typed.get("quantity-" + number),
                        "a number such as 25",
                        Entry::number)
                .map(amount -> Quantity.of(amount, line.quantity().unit()))
                .filter(wanted -> !wanted.equals(line.quantity()));
        Optional<LocalDate> requested = entry.optional(
                        "line " + number + ", wanted on",
                        typed.get("requested-" + number),
                        "a day such as 2026-12-03",
                        Entry::day)
                .filter(day -> !day.equals(line.requested()));
        return quantity.isEmpty() && requested.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrderChange.Line(
                        number, false, quantity.orElse(null), requested.orElse(null), List.of(), null));
    }

    private static String shown(ImpactOutcome outcome, List<OrderChange.Line> asked, Model model) {
        switch (outcome) {
            case ImpactOutcome.Computed computed -> {
                model.addAttribute("of", computed.impact().order());
                model.addAttribute("impact", computed.impact());
            }
            case ImpactOutcome.Refused refused ->
                model.addAttribute(
                        "wrong",
                        refused.faults().stream()
                                .map(fault -> inWords(atItsLine(fault, asked)))
                                .toList());
            case ImpactOutcome.NotOpen not -> model.addAttribute("wrong", List.of(inWords(not.fault())));
            case ImpactOutcome.Unknown unknown -> throw OrderPage.notFound();
        }
        return "order-impact";
    }

    /** A fault names a line by its place in the question; people know its number. */
    private static Fault atItsLine(Fault fault, List<OrderChange.Line> asked) {
        Matcher place = OF_LINE.matcher(fault.field());
        if (!place.matches() || Integer.parseInt(place.group(1)) >= asked.size()) {
            return fault;
        }
        int line = asked.get(Integer.parseInt(place.group(1))).line();
        String field = place.group(2) == null ? "" : ", " + place.group(2);
        return new Fault("line " + line + field, fault.found(), fault.wanted(), fault.cure());
    }

    private static String inWords(Fault fault) {
        String what = fault.field().isEmpty()
                ? ""
                : Character.toUpperCase(fault.field().charAt(0)) + fault.field().substring(1) + ": ";
        return what + "found “" + fault.found() + "”, wanted " + fault.wanted() + "; " + fault.cure() + ".";
    }
}
