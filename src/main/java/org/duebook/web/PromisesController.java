package org.duebook.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.keeping.DecisionOutcome;
import org.duebook.keeping.Keeping;
import org.duebook.keeping.PromiseAtRisk;
import org.duebook.keeping.PromiseDecision;
import org.duebook.promising.PromisedRelease;
import org.duebook.promising.ReleaseId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.web.api.PromisesApi;
import org.duebook.web.api.model.KeptPromiseDto;
import org.duebook.web.api.model.PromiseAtRiskDto;
import org.duebook.web.api.model.PromiseAtRiskListDto;
import org.duebook.web.api.model.PromiseDecisionDto;
import org.duebook.web.api.model.PromisedReleaseDto;
import org.duebook.web.api.model.RevisionDto;
import org.duebook.web.api.model.RiskCauseDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PromisesController implements PromisesApi {

    private final Keeping keeping;
    private final SignedIn signedIn;

    PromisesController(Keeping keeping, SignedIn signedIn) {
        this.keeping = keeping;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<PromiseAtRiskListDto> listPromisesAtRisk(Boolean undecided) {
        List<PromiseAtRisk> atRisk = keeping.atRisk();
        return ResponseEntity.ok(new PromiseAtRiskListDto(atRisk.stream()
                .filter(each -> !undecided || each.isUndecided())
                .map(PromisesController::view)
                .toList()));
    }

    @Override
    public ResponseEntity<PromisedReleaseDto> decidePromise(PromiseDecisionDto body, @Nullable String idempotencyKey) {
        ReleaseId release =
                new ReleaseId(new OrderLineId(new OrderNumber(body.getOrder()), body.getLine()), body.getRelease());
        PromiseDecision decision = switch (body.getDecision()) {
            case REVISE -> new PromiseDecision.Revise(release, body.getVersion(), body.getPromised(), body.getReason());
            case KEEP -> new PromiseDecision.Keep(release, body.getVersion(), body.getReason());
        };
        return switch (keeping.decide(decision, signedIn.actor())) {
            case DecisionOutcome.Decided decided -> ResponseEntity.ok(view(decided.promise()));
            case DecisionOutcome.Overtaken overtaken -> throw overtaken(overtaken);
            case DecisionOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case DecisionOutcome.Unknown unknown ->
                throw Refusal.unknown("line", release, "a promised release of an order line");
        };
    }

    private static Refusal overtaken(DecisionOutcome.Overtaken overtaken) {
        Map<String, Object> members = new HashMap<>();
        members.put("promise", view(overtaken.promise()));
        PromiseAtRisk fresh = overtaken.fresh();
        if (fresh != null) {
            members.put("atRisk", view(fresh));
        }
        return new Refusal(HttpStatus.CONFLICT, List.of(overtaken.fault()), members);
    }

    private static PromiseAtRiskDto view(PromiseAtRisk of) {
        return new PromiseAtRiskDto()
                .promise(view(of.promise()))
                .version(of.version())
                .customer(of.customer().value())
                .owed(Values.quantity(of.owed()))
                .projected(of.projected())
                .proposed(of.proposed())
                .daysLate(of.daysLate())
                .undecided(of.isUndecided())
                .causes(Values.each(
                        of.causes(),
                        cause -> new RiskCauseDto(
                                cause.kind(), cause.text(), Values.each(cause.orders(), OrderLineId::toString))))
                .kept(Values.each(
                        of.kept(),
                        kept -> new KeptPromiseDto(
                                kept.promised(),
                                kept.projected(),
                                kept.reason(),
                                kept.by().name(),
                                kept.at())));
    }

    private static PromisedReleaseDto view(PromisedRelease of) {
        return new PromisedReleaseDto(
                of.id().line().order().value(),
                of.id().line().line(),
                of.id().release(),
                of.item().value(),
                of.requested(),
                of.first(),
                of.current(),
                Values.each(
                        of.revisions(),
                        revision -> new RevisionDto(
                                revision.promised(),
                                revision.at(),
                                revision.by().name(),
                                revision.reason())));
    }
}
