package org.duebook.web.pages;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duebook.changes.ChangeProposal;
import org.duebook.changes.Changes;
import org.duebook.changes.DraftOutcome;
import org.duebook.changes.ProposedField;
import org.duebook.forms.Returned;
import org.duebook.forms.ReturnedSheet;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is wished and not decided: the edited balance sheet sent back, open proposals, drafts to be entered. */
@Controller
class ChangesPage {

    private static final int SHOWN = 200;

    private final Changes changes;
    private final ReturnedSheet returnedSheet;

    ChangesPage(Changes changes, ReturnedSheet returnedSheet) {
        this.changes = changes;
        this.returnedSheet = returnedSheet;
    }

    @GetMapping("/changes")
    String show(Model model) {
        return show(null, model);
    }

    @PostMapping("/changes/returned")
    String returned(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "preview") String action,
            Principal who,
            Model model)
            throws IOException {
        if (file.isEmpty()) {
            Fault fault = new Fault("file", "no file", "the edited Excel sheet", "choose it first");
            model.addAttribute("fileFaults", List.of(fault));
            return show(null, model);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Returned returned = action.equals("file")
                ? returnedSheet.file(name, file.getBytes(), new Actor(who.getName()))
                : returnedSheet.preview(name, file.getBytes());
        return show(returned, model);
    }

    @PostMapping("/changes/proposals/{id}/withdraw")
    String withdraw(@PathVariable long id, Principal who, RedirectAttributes after) {
        Optional<ChangeProposal> proposal = changes.withdraw(id, new Actor(who.getName()));
        after.addFlashAttribute(
                proposal.isPresent() ? "done" : "wrong",
                proposal.map(each -> "The proposal for " + each.wish().line() + " is withdrawn.")
                        .orElse("There is no such proposal."));
        return "redirect:/changes";
    }

    @PostMapping("/changes/drafts/{id}/discard")
    String discard(@PathVariable long id, Principal who, RedirectAttributes after) {
        boolean known = changes.discard(id, new Actor(who.getName())).isPresent();
        after.addFlashAttribute(
                known ? "done" : "wrong", known ? "The draft is discarded." : "There is no such draft.");
        return "redirect:/changes";
    }

    @PostMapping("/changes/drafts/{id}/enter")
    String enter(@PathVariable long id, Principal who, RedirectAttributes after) {
        return switch (changes.enter(id, new Actor(who.getName()))) {
            case DraftOutcome.Entered entered ->
                OrderPage.to(entered.order().order().number());
            case DraftOutcome.Refused refused -> {
                after.addFlashAttribute("refused", refused.faults());
                yield "redirect:/changes";
            }
            case DraftOutcome.Unknown unknown -> {
                after.addFlashAttribute("wrong", "There is no such draft.");
                yield "redirect:/changes";
            }
        };
    }

    private String show(@Nullable Returned returned, Model model) {
        model.addAttribute("returned", returned);
        model.addAttribute("shown", SHOWN);
        model.addAttribute("proposals", changes.openProposals(SHOWN));
        model.addAttribute("drafts", changes.openDrafts(SHOWN));
        model.addAttribute("fields", this);
        return "changes";
    }

    /** What a planner calls it. */
    public String name(ProposedField field) {
        return switch (field) {
            case QUANTITY -> "Ordered quantity";
            case REQUESTED_DATE -> "Requested day";
            case PROMISED_DATE -> "Promised day";
            case SPECIFICATION -> "Specification";
            case DIMENSIONS -> "Dimensions";
            case TOLERANCES -> "Tolerances";
        };
    }
}
