package org.duebook.web.pages;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duebook.promising.ConfirmOutcome;
import org.duebook.promising.Promising;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteOutcome;
import org.duebook.promising.QuoteStatus;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Holding, confirming and cancelling a quote. A date that moved is shown as such and binds nothing. */
@Controller
class QuoteSteps {

    private final Promising promising;

    QuoteSteps(Promising promising) {
        this.promising = promising;
    }

    @PostMapping("/quote/{id}/hold")
    String hold(@PathVariable UUID id, Principal who, RedirectAttributes flash) {
        Optional<Quote> before = own(id, who);
        return switch (promising.hold(id, new Actor(who.getName()))) {
            case QuoteOutcome.Quoted quoted -> {
                if (quoted.quote().status() == QuoteStatus.INQUIRY) {
                    moved(before, quoted.quote(), flash);
                } else {
                    flash.addFlashAttribute("done", "Capacity and material are held.");
                }
                yield QuotePage.to(quoted.quote().id());
            }
            case QuoteOutcome.Refused refused -> refused(id, before, refused.faults(), flash);
            case QuoteOutcome.Unknown unknown -> throw QuotePage.notFound();
        };
    }

    @PostMapping("/quote/{id}/cancel")
    String cancel(@PathVariable UUID id, Principal who, RedirectAttributes flash) {
        Optional<Quote> before = own(id, who);
        return switch (promising.cancel(id, new Actor(who.getName()))) {
            case QuoteOutcome.Quoted quoted -> {
                flash.addFlashAttribute("done", "The quote is cancelled.");
                yield QuotePage.to(quoted.quote().id());
            }
            case QuoteOutcome.Refused refused -> refused(id, before, refused.faults(), flash);
            case QuoteOutcome.Unknown unknown -> throw QuotePage.notFound();
        };
    }

    @PostMapping("/quote/{id}/confirm")
    String confirm(@PathVariable UUID id, Principal who, RedirectAttributes flash) {
        Optional<Quote> before = own(id, who);
        return switch (promising.confirm(id, new Actor(who.getName()))) {
            case ConfirmOutcome.Confirmed confirmed -> {
                flash.addFlashAttribute("done", "The quote is confirmed; this is its order.");
                yield OrderPage.to(confirmed.taken().order().number());
            }
            case ConfirmOutcome.DateMoved moved -> {
                moved(before, moved.fresh(), flash);
                yield QuotePage.to(moved.fresh().id());
            }
            case ConfirmOutcome.Refused refused -> refused(id, before, refused.faults(), flash);
            case ConfirmOutcome.Unknown unknown -> throw QuotePage.notFound();
        };
    }

    private Optional<Quote> own(UUID id, Principal who) {
        return promising.find(id).filter(quote -> quote.by().name().equals(who.getName()));
    }

    private static void moved(Optional<Quote> before, Quote after, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "moved", before.map(then -> MovedLine.between(then, after)).orElse(List.of()));
    }

    /** Back to the quote, so that nothing of it is lost; whose it is not sees the empty page. */
    private static String refused(UUID id, Optional<Quote> own, List<Fault> faults, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", faults);
        return own.isPresent() ? QuotePage.to(id) : "redirect:/quote";
    }
}
