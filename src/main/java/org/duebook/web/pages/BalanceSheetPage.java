package org.duebook.web.pages;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.forms.Forms;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The order balance sheet with its filters, and the same as a form to print. */
@Controller
class BalanceSheetPage {

    private static final int ROWS_PER_PAGE = 200;
    private final BalanceSheet balanceSheet;
    private final Forms forms;
    private final FormDownload download;

    BalanceSheetPage(BalanceSheet balanceSheet, Forms forms, FormDownload download) {
        this.balanceSheet = balanceSheet;
        this.forms = forms;
        this.download = download;
    }

    @GetMapping("/balance-sheet")
    String show(@ModelAttribute("form") Form form, @RequestParam(defaultValue = "1") int page, Model model) {
        Entry entry = new Entry();
        BalanceFilter filter = read(form, entry);
        List<OrderBalance> rows = entry.faults().isEmpty() ? balanceSheet.rows(filter) : List.of();
        int pages = Math.max(1, (rows.size() + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE);
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute("faults", entry.faults());
        model.addAttribute(
                "rows",
                rows.stream()
                        .skip((shown - 1L) * ROWS_PER_PAGE)
                        .limit(ROWS_PER_PAGE)
                        .toList());
        model.addAttribute("total", rows.size());
        model.addAttribute(
                "lateTotal", rows.stream().filter(OrderBalance::isLate).count());
        model.addAttribute(
                "heldTotal", rows.stream().filter(OrderBalance::isHeld).count());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("query", form.query());
        return "balance-sheet";
    }

    @GetMapping("/balance-sheet.{ending:xlsx|docx|pdf}")
    ResponseEntity<Object> download(@ModelAttribute("form") Form form, @PathVariable String ending, Principal who) {
        Entry entry = new Entry();
        BalanceFilter filter = read(form, entry);
        return download.of(entry, ending, (kind, language, by) -> forms.balanceSheet(filter, kind, language, by), who);
    }

    private BalanceFilter read(Form form, Entry entry) {
        BalanceFilter filter = form.read(entry);
        balanceSheet
                .fault(filter)
                .ifPresent(fault -> entry.refuse(fault.field(), fault.found(), fault.wanted(), fault.cure()));
        return filter;
    }

    /** The filter as it was typed. */
    record Form(
            @Nullable String customer,
            @Nullable String item,
            @Nullable String from,
            @Nullable String to,
            @Nullable String stage,
            @Nullable String late,
            @Nullable String delivered,
            @Nullable String asOf) {

        BalanceFilter read(Entry entry) {
            @Nullable
            CustomerNumber customerNumber = entry.optional(
                            "customer", upper(customer), "a customer number such as K-1001", CustomerNumber::new)
                    .orElse(null);
            @Nullable
            ItemNumber itemNumber = entry.optional("item", upper(item), "a part number", ItemNumber::new)
                    .orElse(null);
            @Nullable
            LocalDate first = entry.optional("from", from, "a day such as 2026-12-03", Entry::day)
                    .orElse(null);
            @Nullable
            LocalDate last = entry.optional("to", to, "a day such as 2026-12-03", Entry::day)
                    .orElse(null);
            if (first != null && last != null && last.isBefore(first)) {
                entry.refuse("to", last.toString(), "a day not before " + first, "swap the two");
            }
            @Nullable
            LocalDate past = entry.optional("asOf", asOf, "a day such as 2026-12-03", Entry::day)
                    .orElse(null);
            return new BalanceFilter(
                    customerNumber, itemNumber, first, last, given(stage), lateness(), "yes".equals(delivered), past);
        }

        private @Nullable Boolean lateness() {
            return late == null || late.isBlank() ? null : "yes".equals(late);
        }

        /** The filter as a query string that begins with a question mark or is empty. */
        String query() {
            UriComponentsBuilder query = UriComponentsBuilder.newInstance();
            add(query, "customer", customer);
            add(query, "item", item);
            add(query, "from", from);
            add(query, "to", to);
            add(query, "stage", stage);
            add(query, "late", late);
            add(query, "delivered", delivered);
            add(query, "asOf", asOf);
            return query.encode().build().toUriString();
        }

        private static void add(UriComponentsBuilder query, String name, @Nullable String typed) {
            Optional.ofNullable(given(typed))
                    .ifPresent(value ->
                            query.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value)));
        }

        private static @Nullable String given(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }

        private static @Nullable String upper(@Nullable String typed) {
            return typed == null ? null : typed.toUpperCase(java.util.Locale.ROOT);
        }
    }
}
