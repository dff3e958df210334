package org.duebook.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duebook.planning.LateLine;
import org.duebook.planning.Planning;
import org.duebook.planning.PublishOutcome;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.web.api.SchedulesApi;
import org.duebook.web.api.model.LateLineListDto;
import org.duebook.web.api.model.MachineLoadListDto;
import org.duebook.web.api.model.ScheduleDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SchedulesController implements SchedulesApi {

    private final Planning planning;
    private final Production production;
    private final SignedIn signedIn;

    SchedulesController(Planning planning, Production production, SignedIn signedIn) {
        this.planning = planning;
        this.production = production;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<ScheduleDto> getPublishedSchedule() {
        return ResponseEntity.ok(planning.published()
                .map(PlanViews::schedule)
                .orElseThrow(() -> Refusal.unknown("schedule", "nothing published yet", "a published schedule")));
    }

    @Override
    public ResponseEntity<ScheduleDto> getSchedule(UUID id) {
        return ResponseEntity.ok(planning.schedule(id).map(PlanViews::schedule).orElseThrow(() -> unknown(id)));
    }

    @Override
    public ResponseEntity<ScheduleDto> publishSchedule(UUID id, @Nullable String idempotencyKey) {
        return switch (planning.publish(id, signedIn.actor())) {
            case PublishOutcome.Published published -> ResponseEntity.ok(PlanViews.schedule(published.schedule()));
            case PublishOutcome.Refused refused -> throw Refusal.unprocessable(faults(id, refused.reasons()));
            case PublishOutcome.Unknown unknown -> throw unknown(id);
        };
    }

    @Override
    public ResponseEntity<LateLineListDto> listLateLines(UUID id) {
        List<LateLine> late = planning.lateLines(id).orElseThrow(() -> unknown(id));
        Map<OrderLineId, List<ProductionOrder>> again =
                production.madeAgain(late.stream().map(LateLine::line).toList());
        return ResponseEntity.ok(new LateLineListDto(Values.each(
                late, line -> PlanViews.late(line, again.getOrDefault(line.line(), List.of())))));
    }

    @Override
    public ResponseEntity<MachineLoadListDto> listLoad(UUID id) {
        return ResponseEntity.ok(
                new MachineLoadListDto(Values.each(planning.load(id).orElseThrow(() -> unknown(id)), PlanViews::load)));
    }

    private static List<Fault> faults(UUID id, List<String> reasons) {
        return Values.each(
                reasons, reason -> new Fault("id", id.toString(), "a schedule that may be published", reason));
    }

    private static Refusal unknown(UUID id) {
        return Refusal.unknown("id", id, "a schedule");
    }
}
