package org.duebook.web.pages.rules;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duebook.policy.BackTestOutcome;
import org.duebook.policy.BackTestReport;
import org.duebook.policy.BackTestRun;
import org.duebook.policy.Judgement;
import org.duebook.policy.Policies;
import org.duebook.policy.RuleStudio;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
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

/** An analyst's rules tried on orders of the past, and each order that would change with both explanations. */
@Controller
class RuleBackTestPage {

    private static final int ORDERS_PER_PAGE = 100;

    private final RuleStudio studio;
    private final Policies policies;

    RuleBackTestPage(RuleStudio studio, Policies policies) {
        this.studio = studio;
        this.policies = policies;
    }

    @GetMapping("/rules/back-test")
    String show(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String rule,
            @ModelAttribute("today") LocalDate today,
            Principal who,
            Model model) {
        fill(page, rule, today, new Actor(who.getName()), model);
        return "rules-back-test";
    }

    /** How far it is, asked again and again until it is over. */
    @GetMapping("/rules/back-test/run")
    String follow(@ModelAttribute("today") LocalDate today, Principal who, Model model) {
        fill(1, "", today, new Actor(who.getName()), model);
        return "rules-back-test :: run";
    }

    private void fill(int page, String rule, LocalDate today, Actor analyst, Model model) {
        Optional<BackTestRun> run = studio.lastBackTest(analyst);
        model.addAttribute("run", run.orElse(null));
        model.addAttribute("from", run.map(BackTestRun::from).orElse(today.minusYears(1)));
        model.addAttribute("to", run.map(BackTestRun::to).orElse(today));
        model.addAttribute("rule", rule);
        Optional<BackTestOutcome> outcome = run.flatMap(BackTestRun::outcome);
        model.addAttribute(
                "busy", outcome.filter(BackTestOutcome.Busy.class::isInstance).isPresent());
        model.addAttribute(
                "stopped",
                outcome.filter(BackTestOutcome.Stopped.class::isInstance).isPresent());
        model.addAttribute(
                "refusal",
                outcome.filter(BackTestOutcome.Refused.class::isInstance).isPresent());
        outcome.filter(BackTestOutcome.Ran.class::isInstance)
                .map(BackTestOutcome.Ran.class::cast)
                .ifPresent(ran -> report(ran.report(), page, rule, model));
    }

    private static void report(BackTestReport report, int page, String rule, Model model) {
        List<BackTestReport.Change> fitting = report.changes().stream()
                .filter(change -> rule.isEmpty() || change.rules().contains(rule))
                .toList();
        int pages = Math.max(1, (fitting.size() + ORDERS_PER_PAGE - 1) / ORDERS_PER_PAGE);
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute("report", report);
        model.addAttribute("fitting", fitting.size());
        model.addAttribute("most", BackTestReport.MOST_CHANGES);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "changes",
                fitting.stream()
                        .skip((shown - 1L) * ORDERS_PER_PAGE)
                        .limit(ORDERS_PER_PAGE)
                        .toList());
    }

    @PostMapping("/rules/back-test")
    String start(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Principal who,
            RedirectAttributes flash) {
        Optional<LocalDate> first = Days.read(from);
        Optional<LocalDate> last = Days.read(to);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            flash.addFlashAttribute("wrong", "Give a first and a last day of orders, the first not after the last.");
        } else if (!studio.backTest(first.get(), last.get(), new Actor(who.getName()))) {
            flash.addFlashAttribute("wrong", "Not started: your last one is still at work. Wait for it, or stop it.");
        }
        return "redirect:/rules/back-test";
    }

    @PostMapping("/rules/back-test/stop")
    String stop(Principal who) {
        studio.stopBackTest(new Actor(who.getName()));
        return "redirect:/rules/back-test";
    }

    @GetMapping("/rules/back-test/orders/{number}")
    String order(@PathVariable String number, Principal who, Model model) {
        Judgement first = judged(number);
        model.addAttribute("number", number);
        model.addAttribute("facts", first.facts());
        model.addAttribute("before", first);
        model.addAttribute(
                "after", studio.judge(first.facts(), new Actor(who.getName())).orElse(null));
        return "rules-order";
    }

    private Judgement judged(String number) {
        try {
            List<Judgement> judgements = policies.judgements(new OrderNumber(number));
            if (!judgements.isEmpty()) {
                return judgements.getFirst();
            }
        } catch (IllegalArgumentException noNumber) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noNumber.getMessage(), noNumber);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "the rules never judged such an order");
    }
}
