package org.duebook.web.pages;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.promising.ConfirmOutcome;
import org.duebook.promising.Promising;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteOutcome;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a promise date, holding it, confirming it. */
@Controller
class QuotePage {

    private static final int SUGGESTED = 2_000;

    private final Promising promising;
    private final Customers customers;
    private final Catalog catalog;
    private final QuoteFormReader reader;
    private final Clock clock;

    QuotePage(Promising promising, Customers customers, Catalog catalog, QuoteFormReader reader, Clock clock) {
        this.promising = promising;
        this.customers = customers;
        this.catalog = catalog;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/quote")
    String ask(@ModelAttribute("form") QuoteForm form, Principal who, Model model) {
        return show(form, List.of(), who, model);
    }

    @PostMapping("/quote")
    String quote(@ModelAttribute("form") QuoteForm form, Principal who, Model model) {
        Entry entry = new Entry();
        Optional<OrderDraft> draft = reader.read(form, entry);
        List<Fault> faults = entry.faults();
        if (draft.isPresent()) {
            switch (promising.quote(draft.get(), new Actor(who.getName()))) {
                case QuoteOutcome.Quoted quoted -> model.addAttribute("quote", quoted.quote());
                case QuoteOutcome.Refused refused -> faults = refused.faults();
                case QuoteOutcome.Unknown unknown -> throw notFound();
            }
        }
        return show(form, faults, who, model);
    }

    @PostMapping("/quote/add-line")
    String addLine(@ModelAttribute("form") QuoteForm form, Principal who, Model model) {
        return show(form.lines().size() < QuoteForm.MOST_LINES ? form.withLineAdded() : form, List.of(), who, model);
    }

    @PostMapping("/quote/remove-line")
    String removeLine(@ModelAttribute("form") QuoteForm form, @RequestParam int index, Principal who, Model model) {
        return show(form.withoutLine(index), List.of(), who, model);
    }

    /** The ship-to addresses of a customer, as options. */
    @GetMapping("/quote/ship-tos")
    String shipTos(@RequestParam(defaultValue = "") String customer, Model model) {
        model.addAttribute("shipTos", shipTosOf(customer));
        return "quote :: shipTos";
    }

    @GetMapping("/quote/{id}")
    String open(@PathVariable UUID id, Principal who, Model model) {
        Quote quote = promising
                .find(id)
                .filter(found -> found.by().name().equals(who.getName()))
                .orElseThrow(QuotePage::notFound);
        model.addAttribute("quote", quote);
        return show(typed(quote.draft()), List.of(), who, model);
    }

    @PostMapping("/quote/{id}/hold")
    String hold(@PathVariable UUID id, Principal who, RedirectAttributes flash) {
        return after(promising.hold(id, new Actor(who.getName())), "Capacity and material are held.", flash);
    }

    @PostMapping("/quote/{id}/cancel")
    String cancel(@PathVariable UUID id, Principal who, RedirectAttributes flash) {
        return after(promising.cancel(id, new Actor(who.getName())), "The quote is cancelled.", flash);
    }

    @PostMapping("/quote/{id}/confirm")
    String confirm(@PathVariable UUID id, Principal who, RedirectAttributes flash) {
        switch (promising.confirm(id, new Actor(who.getName()))) {
            case ConfirmOutcome.Confirmed confirmed -> {
                flash.addFlashAttribute("done", "The quote is confirmed; this is its order.");
                return OrderPage.to(confirmed.taken().order().number());
            }
            case ConfirmOutcome.DateMoved moved -> {
                flash.addFlashAttribute(
                        "wrong", "The date can no longer be kept, nothing was bound. Below is the date that can.");
                return "redirect:/quote/" + moved.fresh().id();
            }
            case ConfirmOutcome.Refused refused -> {
                flash.addFlashAttribute("refused", refused.faults());
                return "redirect:/quote/" + id;
            }
            case ConfirmOutcome.Unknown unknown -> throw notFound();
        }
    }

    private static String after(QuoteOutcome outcome, String done, RedirectAttributes flash) {
        return switch (outcome) {
            case QuoteOutcome.Quoted quoted -> {
                flash.addFlashAttribute("done", done);
                yield "redirect:/quote/" + quoted.quote().id();
            }
            case QuoteOutcome.Refused refused -> {
                flash.addFlashAttribute("refused", refused.faults());
                yield "redirect:/quote";
            }
            case QuoteOutcome.Unknown unknown -> throw notFound();
        };
    }

    private String show(QuoteForm form, List<Fault> faults, Principal who, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute(
                "otherFaults",
                faults.stream().filter(fault -> !hasPlace(fault, form)).toList());
        model.addAttribute("types", OrderType.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("deliveryTerms", DeliveryTerm.values());
        model.addAttribute("customers", customers.list(null, SUGGESTED));
        model.addAttribute("items", finished());
        model.addAttribute("shipTos", shipTosOf(form.customer()));
        model.addAttribute("openQuotes", promising.openQuotes(new Actor(who.getName())));
        model.addAttribute("now", clock.instant());
        return "quote";
    }

    /** Whether the form shows a fault beside its field. */
    private static boolean hasPlace(Fault fault, QuoteForm form) {
        String field = fault.field();
        for (int line = 0; line < form.lines().size(); line++) {
            String at = "lines[" + line + "].";
            if (field.startsWith(at)) {
                return List.of("item", "quantity", "unit", "requested", "unitPrice")
                        .contains(field.substring(at.length()));
            }
        }
        return List.of(
                        "customer",
                        "shipTo",
                        "type",
                        "channel",
                        "priority",
                        "deliveryTerm",
                        "depositPaidPercent",
                        "project.term")
                .contains(field);
    }

    private List<Item> finished() {
        return catalog.list(null, SUGGESTED).stream()
                .filter(item -> item.type() == ItemType.FINISHED)
                .toList();
    }

    private List<ShipTo> shipTosOf(String typed) {
        return new Entry()
                .optional("customer", typed.toUpperCase(Locale.ROOT), "a customer", CustomerNumber::new)
                .flatMap(customers::find)
                .map(Customer::shipTos)
                .orElse(List.of());
    }

    private static QuoteForm typed(OrderDraft draft) {
        var project = draft.project();
        return new QuoteForm(
                draft.customer().value(),
                draft.shipTo(),
                draft.type().name(),
                draft.channel().name(),
                String.valueOf(draft.priority()),
                draft.deliveryTerm().name(),
                draft.customerReference(),
                draft.clerk(),
                draft.region(),
                draft.depositPaidPercent().toPlainString(),
                project == null ? "" : project.name(),
                project == null ? "" : project.term().toString(),
                project != null && project.signedOff() ? "true" : "",
                draft.lines().stream().map(QuotePage::typed).toList());
    }

    private static QuoteForm.LineForm typed(OrderDraft.Line line) {
        var price = line.unitPrice();
        return new QuoteForm.LineForm(
                line.item().value(),
                line.quantity().amount().toPlainString(),
                line.quantity().unit().code(),
                line.requested().toString(),
                price == null ? "" : price.amount().toPlainString(),
                line.tolerancesAccepted() ? "true" : "");
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such quote");
    }
}
