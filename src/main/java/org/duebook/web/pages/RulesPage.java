package org.duebook.web.pages;

import java.security.Principal;
import org.duebook.policy.Policies;
import org.duebook.policy.PublishOutcome;
import org.duebook.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which rules decide, and what is wrong with the files that were refused. */
@Controller
class RulesPage {

    private final Policies policies;

    RulesPage(Policies policies) {
        this.policies = policies;
    }

    @GetMapping("/rules")
    String show(Model model) {
        model.addAttribute("status", policies.status());
        model.addAttribute("rejected", policies.status().rejected().orElse(null));
        return "rules";
    }

    @PostMapping("/rules/reload")
    String reload(Principal who, RedirectAttributes flash) {
        switch (policies.reload(new Actor(who.getName()))) {
            case PublishOutcome.Published published ->
                flash.addFlashAttribute("done", "The files of the folder decide from now on.");
            case PublishOutcome.Unchanged unchanged ->
                flash.addFlashAttribute("done", "Nothing to do: the files of the folder decide already.");
            case PublishOutcome.Refused refused ->
                flash.addFlashAttribute("wrong", "The files were refused; the running rules keep deciding.");
            case PublishOutcome.Waiting waiting ->
                flash.addFlashAttribute(
                        "wrong",
                        "Another publication decides from "
                                + waiting.publication().effectiveFrom() + " on: wait for it, or withdraw it.");
            case PublishOutcome.Outdated outdated ->
                flash.addFlashAttribute("wrong", "Somebody else published at this moment: try again.");
            case PublishOutcome.Scheduled scheduled -> throw new IllegalStateException("a folder is never scheduled");
            case PublishOutcome.NotThen never -> throw new IllegalStateException("a folder is never scheduled");
            case PublishOutcome.Unknown unknown -> throw new IllegalStateException("a folder names no version");
        }
        return "redirect:/rules";
    }
}
