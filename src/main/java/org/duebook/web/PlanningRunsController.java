package org.duebook.web;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.duebook.planning.Planning;
import org.duebook.planning.PlanningRun;
import org.duebook.web.api.PlanningRunsApi;
import org.duebook.web.api.model.NewRunDto;
import org.duebook.web.api.model.PlanningRunDto;
import org.duebook.web.api.model.PlanningRunListDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class PlanningRunsController implements PlanningRunsApi {

    private final Planning planning;
    private final RunEvents events;
    private final SignedIn signedIn;

    PlanningRunsController(Planning planning, RunEvents events, SignedIn signedIn) {
        this.planning = planning;
        this.events = events;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<PlanningRunDto> startRun(NewRunDto body, @Nullable String idempotencyKey) {
        Integer seconds = body.getLimitSeconds();
        Duration limit = seconds == null ? planning.usualLimit() : Duration.ofSeconds(seconds);
        PlanningRun run = planning.start(limit, Boolean.TRUE.equals(body.getPublishWhenDone()), signedIn.actor());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/planning-runs/" + run.id()))
                .body(PlanViews.run(run));
    }

    @Override
    public ResponseEntity<PlanningRunListDto> listRuns(Integer limit) {
        return ResponseEntity.ok(new PlanningRunListDto(Values.each(planning.runs(limit), PlanViews::run)));
    }

    @Override
    public ResponseEntity<PlanningRunDto> getRun(UUID id) {
        return ResponseEntity.ok(PlanViews.run(known(id)));
    }

    @Override
    public ResponseEntity<SseEmitter> followRun(UUID id) {
        return ResponseEntity.ok(events.follow(known(id), PlanViews::run));
    }

    @Override
    public ResponseEntity<PlanningRunDto> stopRun(UUID id, @Nullable String idempotencyKey) {
        return ResponseEntity.ok(PlanViews.run(planning.stop(id).orElseThrow(() -> unknown(id))));
    }

    private PlanningRun known(UUID id) {
        return planning.run(id).orElseThrow(() -> unknown(id));
    }

    private static Refusal unknown(UUID id) {
        return Refusal.unknown("id", id, "a planning run");
    }
}
