package org.duebook.start;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderDecision;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.planning.PlanFigures;
import org.duebook.planning.Planning;
import org.duebook.planning.Schedule;
import org.duebook.policy.Decision;
import org.duebook.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The few lines a start ends with. */
@Component
class Summary {

    private static final int TOP = 3;
    private static final int LONGEST = 60;

    private final Orders orders;
    private final Planning planning;

    Summary(Orders orders, Planning planning) {
        this.orders = orders;
        this.planning = planning;
    }

    /**
     * @param login how to log in, one line
     * @param sheet where the order balance sheet lies
     * @param address where the pages are, such as {@code http://localhost:8080}
     */
    String text(String address, Path sheet, String login) {
        List<CustomerOrder> all = new ArrayList<>();
        List<CustomerOrder> page = orders.list(OrderFilter.ALL, null, 1000);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = orders.list(OrderFilter.ALL, page.getLast().number(), 1000);
        }
        List<String> lines = new ArrayList<>();
        lines.add("Duebook is ready");
        lines.add("  Orders     " + counts(all));
        List<OrderNumber> held = with(all, OrderStatus.HELD);
        if (!held.isEmpty()) {
            lines.add(
                    "  Held for   " + top(orders.holdsOf(held).values().stream().map(Summary::openHolds)));
        }
        List<OrderNumber> rejected = with(all, OrderStatus.REJECTED);
        if (!rejected.isEmpty()) {
            lines.add("  Rejected   "
                    + top(orders.decisionsOf(rejected).values().stream().map(Summary::rejections)));
        }
        // As it was made: what was promised since changes what counts as late, for the dispatch rule's plan as well.
        planning.published()
                .flatMap(now -> planning.schedule(now.id()))
                .ifPresentOrElse(
                        schedule -> lines.addAll(
                                plan(planning.schedule(schedule.id()).orElse(schedule))),
                        () -> lines.add("  Plan       none yet; start one on the page Planning runs"));
        lines.add("  Sheet      " + sheet);
        lines.add("  Look at    " + address + " (pages), " + address + "/swagger-ui/index.html (API)");
        lines.add("  Log in     " + login);
        return String.join(System.lineSeparator(), lines);
    }

    /** The schedule as it was made: the promises given since would flatter it beside the dispatch rule. */
    private static List<String> plan(Schedule schedule) {
        PlanFigures ours = schedule.figures();
        PlanFigures dispatch = schedule.dispatch();
        return List.of(
                "  Plan       " + ours.operations() + " operations, proved feasible by the independent checker",
                String.format(
                        Locale.ROOT,
                        "  Late lines %d (dispatch rule %d), weighted lateness %.0f h (dispatch rule %.0f h)",
                        ours.lateLines(),
                        dispatch.lateLines(),
                        ours.weightedLateness() / 60.0,
                        dispatch.weightedLateness() / 60.0),
                String.format(
                        Locale.ROOT,
                        "  Changeover %.1f h (dispatch rule %.1f h)",
                        ours.changeover().toMinutes() / 60.0,
                        dispatch.changeover().toMinutes() / 60.0));
    }

    private static String counts(List<CustomerOrder> all) {
        long held =
                all.stream().filter(order -> order.status() == OrderStatus.HELD).count();
        long rejected = all.stream()
                .filter(order -> order.status() == OrderStatus.REJECTED)
                .count();
        long cancelled = all.stream()
                .filter(order -> order.status() == OrderStatus.CANCELLED)
                .count();
        return (all.size() - held - rejected - cancelled) + " taken, " + held + " held, " + rejected + " rejected"
                + (cancelled == 0 ? "" : ", " + cancelled + " cancelled");
    }

    private static List<OrderNumber> with(List<CustomerOrder> all, OrderStatus status) {
        return all.stream()
                .filter(order -> order.status() == status)
                .map(CustomerOrder::number)
                .toList();
    }

    /** Why an order waits or was refused: a rule, and its words for that order. */
    private record Reason(String rule, String words) {}

    private static List<Reason> openHolds(List<OrderHold> holds) {
        return holds.stream()
                .filter(OrderHold::isOpen)
                .map(hold ->
                        new Reason(hold.ruleId(), hold.kind().name().toLowerCase(Locale.ROOT) + ": " + hold.reason()))
                .toList();
    }

    private static List<Reason> rejections(List<OrderDecision> decisions) {
        return decisions.stream()
                .map(OrderDecision::decision)
                .filter(decision -> decision.outcome() == Decision.Outcome.REJECT)
                .map(decision -> new Reason(decision.ruleId(), decision.message()))
                .toList();
    }

    /** The rules that stopped most orders, each in the words it had for the first of them. */
    private static String top(Stream<List<Reason>> byOrder) {
        Map<String, String> words = new HashMap<>();
        Map<String, Integer> counted = new HashMap<>();
        byOrder.forEach(reasons -> {
            Map<String, String> distinct = new TreeMap<>();
            reasons.forEach(reason -> distinct.putIfAbsent(reason.rule(), reason.words()));
            distinct.forEach((rule, text) -> {
                words.putIfAbsent(rule, text);
                counted.merge(rule, 1, Integer::sum);
            });
        });
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .map(each -> each.getValue() + " × " + cut(words.getOrDefault(each.getKey(), "")))
                .collect(joining("; "));
    }

    private static String cut(String reason) {
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
    }
}
