package org.duebook.web.pages.rules;

import java.security.Principal;
import java.util.List;
import java.util.function.Predicate;
import org.duebook.policy.Policies;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleSetStatus;
import org.duebook.policy.RuleSheet.Kind;
import org.duebook.policy.RuleStudio;
import org.duebook.policy.RuleTable;
import org.duebook.shared.Actor;
import org.duebook.web.pages.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which rules decide, what each table is for, and what is wrong with files that were refused. */
@Controller
class RulesPage {

    private final Policies policies;
    private final RuleStudio studio;

    RulesPage(Policies policies, RuleStudio studio) {
        this.policies = policies;
        this.studio = studio;
    }

    /** Tables of one kind under a heading. */
    record Group(String title, String text, List<RuleTable> tables) {

        /** Whether its rows are rules. */
        public boolean decides() {
            return tables.stream().anyMatch(table -> !table.hit().isEmpty());
        }
    }

    @GetMapping("/rules")
    String show(Principal who, Model model) {
        List<RuleTable> tables = studio.tables(new Actor(who.getName()));
        RuleSetStatus status = policies.status();
        model.addAttribute("status", status);
        model.addAttribute("rejected", status.rejected().orElse(null));
        model.addAttribute("waiting", status.waiting().orElse(null));
        model.addAttribute("failed", status.failed().orElse(null));
        model.addAttribute(
                "groups",
                List.of(
                        group("Tables that decide", "One rule in each row.", tables, each -> each.kind() == Kind.RULES),
                        group(
                                "Values",
                                "Times, rates and days that the product plans with.",
                                tables,
                                each -> each.kind() == Kind.VALUES),
                        group(
                                "Tests",
                                "Cases with the verdict that is expected. Rules are published only when all of them hold.",
                                tables,
                                each -> each.kind() == Kind.SCENARIOS)));
        model.addAttribute(
                "developers",
                tables.stream().filter(each -> each.kind() == null).toList());
        return "rules";
    }

    private static Group group(String title, String text, List<RuleTable> tables, Predicate<RuleTable> which) {
        return new Group(title, text, tables.stream().filter(which).toList());
    }

    @PostMapping("/rules/reload")
    String reload(@ModelAttribute("say") Wording say, Principal who, RedirectAttributes flash) {
        PublishOutcome outcome = policies.reload(new Actor(who.getName()));
        flash.addFlashAttribute(
                PublishWords.good(outcome) ? "done" : "wrong",
                PublishWords.of(outcome, "What stands in the folder", say));
        return "redirect:/rules";
    }
}
