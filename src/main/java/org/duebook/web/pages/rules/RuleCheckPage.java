package org.duebook.web.pages.rules;

import java.security.Principal;
import org.duebook.policy.RuleStudio;
import org.duebook.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is wrong with an analyst's rules and which tests fail, shown beside what he works at. */
@Controller
class RuleCheckPage {

    private final RuleStudio studio;

    RuleCheckPage(RuleStudio studio) {
        this.studio = studio;
    }

    @GetMapping("/rules/check")
    String check(Principal who, Model model) {
        Actor analyst = new Actor(who.getName());
        model.addAttribute("check", CheckView.of(studio.check(analyst), studio.scenarios(analyst)));
        return "rules-check :: check";
    }
}
