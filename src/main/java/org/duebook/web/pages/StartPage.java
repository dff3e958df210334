package org.duebook.web.pages;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.planning.Planning;
import org.duebook.shared.Money;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how the plant's book stands today. Also the login page. */
@Controller
class StartPage {

    private static final int SHOWN = 8;

    private final BalanceSheet balanceSheet;
    private final Planning planning;

    StartPage(BalanceSheet balanceSheet, Planning planning) {
        this.balanceSheet = balanceSheet;
        this.planning = planning;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/")
    String start(Model model) {
        List<OrderBalance> rows = balanceSheet.rows(BalanceFilter.PENDING);
        List<OrderBalance> late = rows.stream()
                .filter(row -> row.isLate() && !row.isHeld())
                .sorted(Comparator.comparingLong(OrderBalance::daysLate)
                        .reversed()
                        .thenComparing(OrderBalance::line))
                .toList();
        model.addAttribute(
                "openOrders", orders(rows.stream().filter(row -> !row.isHeld()).toList()));
        model.addAttribute(
                "openLines", rows.stream().filter(row -> !row.isHeld()).count());
        model.addAttribute(
                "heldOrders", orders(rows.stream().filter(OrderBalance::isHeld).toList()));
        model.addAttribute("lateLines", late.size());
        model.addAttribute("late", late.stream().limit(SHOWN).toList());
        model.addAttribute("penalties", penalties(rows));
        model.addAttribute("schedule", planning.published().orElse(null));
        return "start";
    }

    private static long orders(List<OrderBalance> rows) {
        return rows.stream().map(row -> row.line().order()).distinct().count();
    }

    /** Projected penalties, a sum for each currency. */
    private static List<Money> penalties(List<OrderBalance> rows) {
        TreeMap<String, Money> sums = new TreeMap<>();
        for (OrderBalance row : rows) {
            Money penalty = row.penalty();
            if (penalty != null) {
                sums.merge(penalty.currency().getCurrencyCode(), penalty, Money::plus);
            }
        }
        return List.copyOf(sums.values());
    }
}
