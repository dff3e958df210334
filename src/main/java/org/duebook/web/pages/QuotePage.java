package org.duebook.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.Channel;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.promising.Promising;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteOutcome;
import org.duebook.promising.QuotedLine;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Asking for a promise date while the customer is on the phone. Every answer names the field to type on in, so that nobody
 * has to reach for the mouse.
 */
@Controller
class QuotePage {

    private static final String ANSWER = "answer";

    private final Promising promising;
    private final Customers customers;
    private final Catalog catalog;
    private final QuoteFormReader reader;
    private final OpenQuotes openQuotes;
    private final Clock clock;

    QuotePage(
            Promising promising,
            Customers customers,
            Catalog catalog,
            QuoteFormReader reader,
            OpenQuotes openQuotes,
            Clock clock) {
        this.promising = promising;
        this.customers = customers;
        this.catalog = catalog;
        this.reader = reader;
        this.openQuotes = openQuotes;
        this.clock = clock;
    }

    @GetMapping("/quote")
    String ask(@ModelAttribute("form") QuoteForm form, Principal who, Model model) {
        return show(form, "customer", who, model);
    }

    /** The page that then shows the quote under its own address, so that loading it again does not ask again. */
    @PostMapping("/quote")
    String quote(@ModelAttribute("form") QuoteForm form, Principal who, HttpServletResponse response, Model model) {
        Entry entry = new Entry();
        Integer confidence = reader.confidence(form, entry);
        Optional<OrderDraft> draft = reader.read(form, entry);
        if (draft.isEmpty()) {
            return refuse(form, entry.faults(), who, model);
        }
        return switch (promising.quote(draft.get(), confidence, new Actor(who.getName()))) {
            case QuoteOutcome.Quoted quoted -> {
                response.setHeader("HX-Replace-Url", "/quote/" + quoted.quote().id());
                yield answer(quoted.quote(), form, "", who, model);
            }
            case QuoteOutcome.Refused refused -> refuse(form, refused.faults(), who, model);
            case QuoteOutcome.Unknown unknown -> throw notFound();
        };
    }

    @PostMapping("/quote/add-line")
    String addLine(@ModelAttribute("form") QuoteForm form, Principal who, Model model) {
        QuoteForm more = form.withLineAdded();
        return show(more, "lines[" + (more.lines().size() - 1) + "].item", who, model);
    }

    @PostMapping("/quote/remove-line")
    String removeLine(@ModelAttribute("form") QuoteForm form, @RequestParam int index, Principal who, Model model) {
        return show(form.withoutLine(index), "lines[0].item", who, model);
    }

    @PostMapping("/quote/add-release")
    String addRelease(@ModelAttribute("form") QuoteForm form, @RequestParam int line, Principal who, Model model) {
        QuoteForm more = form.withReleaseAdded(line);
        int last = line < 0 || line >= more.lines().size()
                ? 0
                : more.lines().get(line).releases().size() - 1;
        return show(more, "lines[" + line + "].releases[" + last + "].requested", who, model);
    }

    @PostMapping("/quote/remove-release")
    String removeRelease(
            @ModelAttribute("form") QuoteForm form,
            @RequestParam int line,
            @RequestParam int index,
            Principal who,
            Model model) {
        return show(form.withoutRelease(line, index), "lines[" + line + "].requested", who, model);
    }

    /** The ship-to addresses of a customer, as options. */
    @GetMapping("/quote/ship-tos")
    String shipTos(@RequestParam(defaultValue = "") String customer, Model model) {
        model.addAttribute("shipTos", known(customer).map(Customer::shipTos).orElse(List.of()));
        return "quote-fields :: shipTos";
    }

    @GetMapping("/quote/{id}")
    String open(@PathVariable UUID id, Principal who, Model model) {
        Quote quote = promising
                .find(id)
                .filter(found -> found.by().name().equals(who.getName()))
                .orElseThrow(QuotePage::notFound);
        return answer(quote, TypedQuote.of(quote), ANSWER, who, model);
    }

    static String to(UUID quote) {
        return "redirect:/quote/" + quote;
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such quote");
    }

    private String answer(Quote quote, QuoteForm form, String focus, Principal who, Model model) {
        Map<ItemNumber, String> names =
                names(quote.lines().stream().map(QuotedLine::item).collect(Collectors.toSet()));
        model.addAttribute("answer", new QuoteAnswer(quote, names, clock.instant()));
        return show(form, focus, who, model);
    }

    private String refuse(QuoteForm form, List<Fault> faults, Principal who, Model model) {
        Set<String> wrong = faults.stream().map(Fault::field).collect(Collectors.toSet());
        Set<String> fields = form.fields();
        model.addAttribute("faults", faults);
        model.addAttribute(
                "otherFaults",
                faults.stream().filter(fault -> !fields.contains(fault.field())).toList());
        return show(form, fields.stream().filter(wrong::contains).findFirst().orElse(""), who, model);
    }

    /**
     * The page.
     *
     * @param focus the field the next key goes to; empty leaves it where it is
     */
    private String show(QuoteForm form, String focus, Principal who, Model model) {
        Optional<Customer> customer = known(form.customer());
        model.addAttribute("form", form);
        model.addAttribute("focus", focus);
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", List.of());
            model.addAttribute("otherFaults", List.of());
        }
        model.addAttribute(
                "types",
                Stream.of(OrderType.values())
                        .filter(type -> type != OrderType.RUSH)
                        .toList());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("customerName", customer.map(Customer::name).orElse(""));
        model.addAttribute("itemNames", itemNames(form));
        model.addAttribute("shipTos", customer.map(Customer::shipTos).orElse(List.of()));
        model.addAttribute("openQuotes", openQuotes.of(new Actor(who.getName())));
        model.addAttribute("now", clock.instant());
        return "quote";
    }

    /** What the parts that were typed are called, by what was typed. */
    private Map<String, String> itemNames(QuoteForm form) {
        Map<String, ItemNumber> typed = new HashMap<>();
        for (QuoteForm.LineForm line : form.lines()) {
            new Entry()
                    .optional("item", line.item().toUpperCase(Locale.ROOT), "a part", ItemNumber::new)
                    .ifPresent(number -> typed.put(line.item(), number));
        }
        Map<ItemNumber, String> names = names(typed.values());
        return typed.entrySet().stream()
                .filter(entry -> names.containsKey(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> names.getOrDefault(entry.getValue(), "")));
    }

    private Map<ItemNumber, String> names(Collection<ItemNumber> items) {
        return catalog.findAll(items).values().stream()
                .collect(Collectors.toMap(item -> item.number(), item -> item.name()));
    }

    private Optional<Customer> known(String typed) {
        return new Entry()
                .optional("customer", typed.toUpperCase(Locale.ROOT), "a customer", CustomerNumber::new)
                .flatMap(customers::find);
    }
}
