package org.duebook.web.pages;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.duebook.orders.OrderDraft;
import org.duebook.promising.AlternativesOutcome;
import org.duebook.promising.Promising;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteOutcome;
import org.duebook.promising.QuoteStatus;
import org.duebook.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What would bring a late quote nearer, asked for after its date is shown so that the date never waits for it. */
@Controller
class QuoteAlternatives {

    private final Promising promising;

    QuoteAlternatives(Promising promising) {
        this.promising = promising;
    }

    /** The cards, as a part of the page. */
    @GetMapping("/quote/{id}/alternatives")
    String cards(@PathVariable UUID id, Principal who, Model model) {
        switch (promising.alternatives(id, new Actor(who.getName()), false)) {
            case AlternativesOutcome.Offered offered -> {
                model.addAttribute("alternatives", offered.alternatives());
                model.addAttribute("takeable", own(id, who).status() == QuoteStatus.INQUIRY);
                model.addAttribute("quoteId", id);
            }
            case AlternativesOutcome.Refused refused -> model.addAttribute("refusedBecause", refused.faults());
            case AlternativesOutcome.Unknown unknown -> throw QuotePage.notFound();
        }
        return "quote-alternatives :: cards";
    }

    /** Asks for the same order again, its lines in the dated parts of a card. */
    @PostMapping("/quote/{id}/in-parts")
    String inParts(
            @PathVariable UUID id, @ModelAttribute("inParts") PartsForm form, Principal who, RedirectAttributes flash) {
        Entry entry = new Entry();
        Optional<OrderDraft> draft = form.applyTo(own(id, who).draft(), entry);
        if (draft.isEmpty()) {
            flash.addFlashAttribute("refused", entry.faults());
            return QuotePage.to(id);
        }
        return switch (promising.quote(draft.get(), new Actor(who.getName()))) {
            case QuoteOutcome.Quoted quoted -> {
                flash.addFlashAttribute("done", "Asked for again in parts; this is their date.");
                yield QuotePage.to(quoted.quote().id());
            }
            case QuoteOutcome.Refused refused -> {
                flash.addFlashAttribute("refused", refused.faults());
                yield QuotePage.to(id);
            }
            case QuoteOutcome.Unknown unknown -> throw QuotePage.notFound();
        };
    }

    private Quote own(UUID id, Principal who) {
        return promising
                .find(id)
                .filter(quote -> quote.by().name().equals(who.getName()))
                .orElseThrow(QuotePage::notFound);
    }
}
