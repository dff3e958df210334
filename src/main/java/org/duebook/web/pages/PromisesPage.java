package org.duebook.web.pages;

import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duebook.keeping.DecisionOutcome;
import org.duebook.keeping.Keeping;
import org.duebook.keeping.PromiseAtRisk;
import org.duebook.keeping.PromiseDecision;
import org.duebook.measures.Measures;
import org.duebook.measures.PromiseAccuracy;
import org.duebook.measures.PromiseFilter;
import org.duebook.promising.ReleaseId;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Promises that cannot be kept, each to be decided here, and how well promises were kept so far. */
@Controller
class PromisesPage {

    private static final String A_DAY = "a day such as 2026-12-03";

    private final Keeping keeping;
    private final Measures measures;

    PromisesPage(Keeping keeping, Measures measures) {
        this.keeping = keeping;
        this.measures = measures;
    }

    @GetMapping("/promises")
    String show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String item,
            Model model) {
        model.addAttribute("asked", Map.of("from", from, "to", to, "customer", customer, "item", item));
        Entry entry = new Entry();
        PromiseFilter filter = new PromiseFilter(
                entry.optional("from", from, A_DAY, Entry::day).orElse(null),
                entry.optional("to", to, A_DAY, Entry::day).orElse(null),
                entry.optional("customer", upper(customer), "a customer number such as K-1003", CustomerNumber::new)
                        .orElse(null),
                entry.optional("item", upper(item), "an item number such as AV-1010", ItemNumber::new)
                        .orElse(null));
        List<Fault> faults = new ArrayList<>(entry.faults());
        if (faults.isEmpty()) {
            measures.fault(filter).ifPresent(faults::add);
        }
        model.addAttribute("measureFaults", faults);
        if (faults.isEmpty()) {
            PromiseAccuracy measure = measures.promises(filter);
            model.addAttribute("measure", measure);
            model.addAttribute("picture", KeptPicture.of(measure));
        }
        List<PromiseAtRisk> atRisk = keeping.atRisk();
        model.addAttribute("atRisk", atRisk);
        model.addAttribute(
                "undecided", atRisk.stream().filter(PromiseAtRisk::isUndecided).count());
        return "promises";
    }

    private static String upper(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /** Decides about one promise; what is wrong with it is told beside it. */
    @PostMapping("/promises/decisions")
    String decide(
            @RequestParam String order,
            @RequestParam int line,
            @RequestParam int release,
            @RequestParam int version,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String promised,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Model model,
            RedirectAttributes after) {
        ReleaseId id = id(order, line, release);
        Entry entry = new Entry();
        LocalDate day = entry.optional("promised", promised, A_DAY, Entry::day).orElse(null);
        List<Fault> faults = entry.faults();
        if (faults.isEmpty()) {
            PromiseDecision decided = decision.equals("keep")
                    ? new PromiseDecision.Keep(id, version, reason)
                    : new PromiseDecision.Revise(id, version, day, reason);
            switch (keeping.decide(decided, new Actor(who.getName()))) {
                case DecisionOutcome.Decided done -> {
                    after.addFlashAttribute("done", done(decided, done));
                    return "redirect:/promises";
                }
                case DecisionOutcome.Overtaken overtaken -> {
                    after.addFlashAttribute(
                            "wrong",
                            id + ": " + overtaken.fault().wanted() + "; "
                                    + overtaken.fault().cure() + ".");
                    return "redirect:/promises";
                }
                case DecisionOutcome.Refused refused -> faults = refused.faults();
                case DecisionOutcome.Unknown unknown ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such promise");
            }
        }
        model.addAttribute("wrongId", id);
        model.addAttribute("typed", Map.of("promised", promised, "reason", reason));
        model.addAttribute("decisionFaults", faults);
        return show("", "", "", "", model);
    }

    private static String done(PromiseDecision decision, DecisionOutcome.Decided done) {
        return switch (decision) {
            case PromiseDecision.Revise revise ->
                revise.release() + " is promised for " + done.promise().current() + " now.";
            case PromiseDecision.Keep keep ->
                keep.release() + " stays promised for " + done.promise().current() + ".";
        };
    }

    private static ReleaseId id(String order, int line, int release) {
        try {
            return new ReleaseId(new OrderLineId(new OrderNumber(order), line), release);
        } catch (IllegalArgumentException noNumber) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noNumber.getMessage(), noNumber);
        }
    }
}
