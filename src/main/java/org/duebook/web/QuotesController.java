package org.duebook.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duebook.people.Role;
import org.duebook.promising.AlternativesOutcome;
import org.duebook.promising.Confidence;
import org.duebook.promising.ConfirmOutcome;
import org.duebook.promising.Promising;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteOutcome;
import org.duebook.promising.QuotedLine;
import org.duebook.shared.Fault;
import org.duebook.web.api.QuotesApi;
import org.duebook.web.api.model.CauseDto;
import org.duebook.web.api.model.NewOrderDto;
import org.duebook.web.api.model.OrderTakenDto;
import org.duebook.web.api.model.QuoteAlternativesDto;
import org.duebook.web.api.model.QuoteDto;
import org.duebook.web.api.model.QuoteListDto;
import org.duebook.web.api.model.QuotedLineDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuotesController implements QuotesApi {

    private final Promising promising;
    private final OrderReader reader;
    private final OrdersController orders;
    private final SignedIn signedIn;

    QuotesController(Promising promising, OrderReader reader, OrdersController orders, SignedIn signedIn) {
        this.promising = promising;
        this.reader = reader;
        this.orders = orders;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<QuoteDto> requestQuote(NewOrderDto body, @Nullable String idempotencyKey) {
        QuoteDto quote = quoted(promising.quote(reader.draft(body), body.getConfidence(), signedIn.actor()), null);
        return ResponseEntity.created(URI.create("/api/v1/quotes/" + quote.getId()))
                .body(quote);
    }

    @Override
    public ResponseEntity<QuoteListDto> listQuotes() {
        return ResponseEntity.ok(
                new QuoteListDto(Values.each(promising.openQuotes(signedIn.actor()), QuotesController::view)));
    }

    @Override
    public ResponseEntity<QuoteDto> getQuote(UUID id) {
        return ResponseEntity.ok(view(promising.find(id).orElseThrow(() -> unknown(id))));
    }

    @Override
    public ResponseEntity<QuoteAlternativesDto> getQuoteAlternatives(UUID id) {
        boolean anybodys = signedIn.has(Role.PLANNER) || signedIn.has(Role.ADMINISTRATOR);
        return switch (promising.alternatives(id, signedIn.actor(), anybodys)) {
            case AlternativesOutcome.Offered offered ->
                ResponseEntity.ok(
                        new QuoteAlternativesDto(Values.each(offered.alternatives(), AlternativeViews::view)));
            case AlternativesOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case AlternativesOutcome.Unknown unknown -> throw unknown(id);
        };
    }

    @Override
    public ResponseEntity<QuoteDto> holdQuote(UUID id, @Nullable String idempotencyKey) {
        return ResponseEntity.ok(quoted(promising.hold(id, signedIn.actor()), id));
    }

    @Override
    public ResponseEntity<QuoteDto> cancelQuote(UUID id, @Nullable String idempotencyKey) {
        return ResponseEntity.ok(quoted(promising.cancel(id, signedIn.actor()), id));
    }

    @Override
    public ResponseEntity<OrderTakenDto> confirmQuote(UUID id, @Nullable String idempotencyKey) {
        return switch (promising.confirm(id, signedIn.actor())) {
            case ConfirmOutcome.Confirmed confirmed ->
                OrdersController.created(
                        confirmed.taken().order().number(),
                        orders.taken(confirmed.taken()).quote(id));
            case ConfirmOutcome.DateMoved moved -> throw dateMoved(id, moved.fresh());
            case ConfirmOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case ConfirmOutcome.Unknown unknown -> throw unknown(id);
        };
    }

    private static Refusal dateMoved(UUID id, Quote fresh) {
        Fault fault = new Fault(
                "id",
                id.toString(),
                "a quote whose date can still be kept",
                "confirm the fresh quote " + fresh.id() + " for " + fresh.date());
        return new Refusal(HttpStatus.CONFLICT, List.of(fault), Map.of("quote", view(fresh)));
    }

    private static QuoteDto quoted(QuoteOutcome outcome, @Nullable UUID id) {
        return switch (outcome) {
            case QuoteOutcome.Quoted quoted -> view(quoted.quote());
            case QuoteOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case QuoteOutcome.Unknown unknown -> throw unknown(id);
        };
    }

    private static Refusal unknown(@Nullable UUID id) {
        return Refusal.unknown("id", id, "a quote");
    }

    private static QuoteDto view(Quote of) {
        return new QuoteDto()
                .id(of.id())
                .status(QuoteDto.StatusEnum.valueOf(of.status().name()))
                .customer(of.draft().customer().value())
                .date(of.date())
                .confidence(of.confidence().percent())
                .lines(Values.each(of.lines(), QuotesController::view))
                .quotedAt(of.quotedAt())
                .expires(of.expires())
                .by(of.by().name())
                .order(Values.textOrNone(of.order()))
                .verdict(OrderViews.verdict(of.verdict()));
    }

    private static QuotedLineDto view(QuotedLine of) {
        QuotedLineDto line = new QuotedLineDto(
                of.line(),
                of.item().value(),
                Values.quantity(of.quantity()),
                of.requested(),
                of.date(),
                of.earliest(),
                of.meetsRequest(),
                of.productionEnd(),
                Values.each(of.causes(), cause -> new CauseDto(cause.kind(), cause.text())));
        return of.chance() == null ? line : line.chance(Confidence.wholePercent(of.chance()));
    }
}
