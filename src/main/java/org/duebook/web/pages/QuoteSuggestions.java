package org.duebook.web.pages;

import java.util.List;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody may mean who has begun to type a customer or a part. */
@Controller
class QuoteSuggestions {

    private static final int SHOWN = 10;
    private static final int LONGEST = 100;

    private final Customers customers;
    private final Catalog catalog;

    QuoteSuggestions(Customers customers, Catalog catalog) {
        this.customers = customers;
        this.catalog = catalog;
    }

    /**
     * @param value what goes into the field
     * @param more what helps to tell it from the others
     */
    record Suggestion(String value, String name, String more) {}

    @GetMapping("/quote/customers")
    String customers(@RequestParam(defaultValue = "") String typed, Model model) {
        return show(
                customers.matching(shortened(typed), SHOWN).stream()
                        .map(QuoteSuggestions::suggestion)
                        .toList(),
                model);
    }

    @GetMapping("/quote/items")
    String items(@RequestParam(defaultValue = "") String typed, @ModelAttribute("say") Wording say, Model model) {
        return show(
                catalog.matching(ItemType.FINISHED, shortened(typed), SHOWN).stream()
                        .map(item -> suggestion(item, say))
                        .toList(),
                model);
    }

    private static String show(List<Suggestion> suggestions, Model model) {
        model.addAttribute("suggestions", suggestions);
        return "quote-fields :: suggestions";
    }

    private static Suggestion suggestion(Customer customer) {
        return new Suggestion(customer.number().value(), customer.name(), customer.country());
    }

    private static Suggestion suggestion(Item item, Wording say) {
        return new Suggestion(item.number().value(), item.name(), say.money(item.price()) + " a " + item.unit());
    }

    /** What the database can look for: not too long, and no character it has no place for. */
    private static String shortened(String typed) {
        String text = typed.replace("\0", "").strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
