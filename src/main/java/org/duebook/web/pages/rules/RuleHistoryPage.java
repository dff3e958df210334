package org.duebook.web.pages.rules;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duebook.policy.DraftOutcome;
import org.duebook.policy.Policies;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleChange;
import org.duebook.policy.RuleSetVersion;
import org.duebook.policy.RuleStudio;
import org.duebook.policy.WriteBackOutcome;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.web.pages.Wording;
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

/** Versions that decided, by whom and why; roll back, withdraw, write back to the folder. */
@Controller
class RuleHistoryPage {

    private static final String BACK = "redirect:/rules/history";
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final Policies policies;
    private final RuleStudio studio;

    RuleHistoryPage(Policies policies, RuleStudio studio) {
        this.policies = policies;
        this.studio = studio;
    }

    @GetMapping("/rules/history")
    String show(Model model) {
        model.addAttribute("status", policies.status());
        model.addAttribute("versions", policies.versions());
        model.addAttribute("instances", policies.instances());
        return "rules-history";
    }

    /** What a publication changed of the one before. */
    @GetMapping("/rules/history/{number}")
    String difference(@PathVariable long number, Model model) {
        List<RuleSetVersion> versions = policies.versions();
        Optional<RuleSetVersion> one =
                versions.stream().filter(each -> each.number() == number).findFirst();
        Optional<RuleSetVersion> before = versions.stream()
                .filter(each -> each.number() < number && each.state() != RuleSetVersion.State.WITHDRAWN)
                .findFirst();
        if (one.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such publication");
        }
        model.addAttribute("publication", one.get());
        model.addAttribute("before", before.orElse(null));
        model.addAttribute(
                "difference",
                before.flatMap(each ->
                                policies.difference(each.version(), one.get().version()))
                        .orElse(null));
        return "rules-version";
    }

    @PostMapping("/rules/roll-back")
    String rollBack(
            @RequestParam String version,
            @RequestParam(defaultValue = "") String comment,
            @ModelAttribute("say") Wording say,
            Principal who,
            RedirectAttributes flash) {
        if (!VERSION.matcher(version).matches()) {
            flash.addFlashAttribute("wrong", "There is no version " + version.replaceAll("\\p{Cntrl}", "�") + ".");
            return BACK;
        }
        Optional<Fault> wrong = RuleChange.wrong(comment.strip());
        if (wrong.isPresent()) {
            flash.addFlashAttribute("refused", List.of(wrong.get()));
            return BACK;
        }
        PublishOutcome outcome = policies.rollback(version, comment.strip(), new Actor(who.getName()));
        flash.addFlashAttribute(
                PublishWords.good(outcome) ? "done" : "wrong", PublishWords.of(outcome, "The earlier version", say));
        return BACK;
    }

    @PostMapping("/rules/withdraw")
    String withdraw(@RequestParam long number, Principal who, RedirectAttributes flash) {
        if (policies.withdraw(number, new Actor(who.getName())).isPresent()) {
            flash.addFlashAttribute("done", "It is withdrawn and will not decide.");
        } else {
            flash.addFlashAttribute("wrong", "It does not wait any more: it decides already, or was withdrawn.");
        }
        return BACK;
    }

    /** Makes what was withdrawn a draft again. */
    @PostMapping("/rules/take")
    String take(@RequestParam long number, Principal who, RedirectAttributes flash) {
        return switch (studio.take(number, new Actor(who.getName()))) {
            case DraftOutcome.Kept kept -> {
                flash.addFlashAttribute("done", "It is your draft now.");
                yield "redirect:/rules/changes";
            }
            case DraftOutcome.Refused refused -> {
                flash.addFlashAttribute("refused", refused.faults());
                yield BACK;
            }
            case DraftOutcome.Unknown unknown -> {
                flash.addFlashAttribute("wrong", "There is no such publication that was withdrawn.");
                yield BACK;
            }
        };
    }

    @PostMapping("/rules/write-back")
    String writeBack(@RequestParam(defaultValue = "false") boolean force, Principal who, RedirectAttributes flash) {
        switch (policies.writeBack(force, new Actor(who.getName()))) {
            case WriteBackOutcome.Written written ->
                flash.addFlashAttribute(
                        "done",
                        written.files().isEmpty()
                                ? "The folder holds what runs already."
                                : "Written to the folder: " + String.join(", ", written.files()) + ".");
            case WriteBackOutcome.Edited edited -> {
                flash.addFlashAttribute(
                        "wrong",
                        "Nothing was written: the folder has edits nobody published, in "
                                + String.join(", ", edited.files()) + ".");
                flash.addFlashAttribute("mayForce", true);
            }
        }
        return BACK;
    }
}
