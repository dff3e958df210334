package org.duebook.web.pages.rules;

import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.plant.Plant;
import org.duebook.policy.DraftConflict;
import org.duebook.policy.DraftConflict.Side;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleStudio;
import org.duebook.policy.RuleTable;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.web.pages.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an analyst changed: looked through, published, laid over a newer version, thrown away. */
@Controller
class RuleDraftPage {

    private final RuleStudio studio;
    private final Plant plant;

    RuleDraftPage(RuleStudio studio, Plant plant) {
        this.studio = studio;
        this.plant = plant;
    }

    @GetMapping("/rules/changes")
    String changes(Principal who, Model model) {
        return show("", "", List.of(), new Actor(who.getName()), model);
    }

    private String show(String comment, String from, List<Fault> faults, Actor analyst, Model model) {
        model.addAttribute("draft", studio.draft(analyst).orElse(null));
        model.addAttribute("difference", studio.difference(analyst));
        model.addAttribute("titles", titles(analyst));
        model.addAttribute("check", CheckView.of(studio.check(analyst), studio.scenarios(analyst)));
        model.addAttribute("comment", comment);
        model.addAttribute("from", from);
        model.addAttribute("zone", zone().getId());
        model.addAttribute("faults", faults);
        return "rules-changes";
    }

    private Map<String, String> titles(Actor analyst) {
        return studio.tables(analyst).stream().collect(Collectors.toMap(RuleTable::file, RuleTable::title));
    }

    @PostMapping("/rules/publish")
    String publish(
            @RequestParam String version,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String from,
            @ModelAttribute("say") Wording say,
            Principal who,
            Model model,
            RedirectAttributes flash) {
        Actor analyst = new Actor(who.getName());
        List<Fault> faults = new ArrayList<>();
        RuleChange.wrong(comment.strip()).ifPresent(faults::add);
        Optional<Instant> effective = Days.moment(from, zone());
        if (!from.isBlank() && effective.isEmpty()) {
            faults.add(new Fault(
                    "from",
                    from,
                    "a day and time such as 2026-01-31T06:00 that clocks of " + zone().getId()
                            + " show exactly once, or nothing for at once",
                    "correct it"));
        }
        if (!faults.isEmpty()) {
            return show(comment, from, faults, analyst, model);
        }
        Optional<PublishOutcome> outcome = studio.publish(version, comment.strip(), effective, analyst);
        if (outcome.isEmpty()) {
            flash.addFlashAttribute(
                    "wrong",
                    "Not published: your draft is another one by now, perhaps of another tab. Look through it again.");
            return "redirect:/rules/changes";
        }
        boolean good = PublishWords.good(outcome.get());
        flash.addFlashAttribute(good ? "done" : "wrong", PublishWords.of(outcome.get(), "Your draft", say));
        return good ? "redirect:/rules/history" : "redirect:/rules/changes";
    }

    private ZoneId zone() {
        return plant.profile().zone();
    }

    @GetMapping("/rules/lay-over")
    String conflicts(Principal who, Model model) {
        model.addAttribute("running", studio.running());
        model.addAttribute("conflicts", studio.conflicts(new Actor(who.getName())));
        return "rules-lay-over";
    }

    /**
     * Each conflict is decided by its place in the list that was shown, so that one that came since stays open.
     *
     * @param running the version of the list
     */
    @PostMapping("/rules/lay-over")
    String layOver(
            @RequestParam(defaultValue = "") String running,
            @RequestParam MultiValueMap<String, String> posted,
            Principal who,
            RedirectAttributes flash) {
        Map<String, Side> decided = new HashMap<>();
        posted.forEach((name, values) -> {
            if (name.startsWith("say.")) {
                Arrays.stream(Side.values())
                        .filter(side -> side.name().equals(values.getFirst()))
                        .forEach(side -> decided.put(name.substring("say.".length()), side));
            }
        });
        Optional<List<DraftConflict>> open = studio.layOver(decided, running, new Actor(who.getName()));
        if (open.isEmpty()) {
            flash.addFlashAttribute(
                    "wrong", "Nothing is changed yet: other rules were published meanwhile. Look at the places again.");
            return "redirect:/rules/lay-over";
        }
        if (open.get().isEmpty()) {
            flash.addFlashAttribute("done", "Your changes are laid over the version that runs.");
            return "redirect:/rules";
        }
        flash.addFlashAttribute("wrong", "Nothing is changed yet: say for each place whose word counts.");
        return "redirect:/rules/lay-over";
    }

    @PostMapping("/rules/discard")
    String discard(@RequestParam(defaultValue = "") String file, Principal who, RedirectAttributes flash) {
        Actor analyst = new Actor(who.getName());
        if (file.isEmpty()) {
            boolean some = studio.discard(analyst);
            flash.addFlashAttribute("done", some ? "Your draft is gone." : "There was no draft.");
            return "redirect:/rules";
        }
        studio.discard(file, analyst);
        flash.addFlashAttribute("done", "The table is again as it was.");
        flash.addAttribute("file", file);
        return "redirect:/rules/table";
    }
}
