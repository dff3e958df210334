package org.duebook.web;

import java.util.List;
import java.util.Map;
import org.duebook.planning.Binding;
import org.duebook.planning.LateLine;
import org.duebook.planning.MachineLoad;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.PlanFigures;
import org.duebook.planning.PlanningRun;
import org.duebook.planning.Schedule;
import org.duebook.planning.ScheduledOperation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.web.api.model.LateCauseDto;
import org.duebook.web.api.model.LateLineDto;
import org.duebook.web.api.model.MachineLoadDto;
import org.duebook.web.api.model.MadeAgainDto;
import org.duebook.web.api.model.PlanFiguresDto;
import org.duebook.web.api.model.PlanningRunDto;
import org.duebook.web.api.model.ScheduleDto;
import org.duebook.web.api.model.ScheduledOperationDto;
import org.duebook.web.api.model.ShortageDto;
import org.jspecify.annotations.Nullable;

/** Planning runs and schedules as the contract shows them. */
final class PlanViews {

    private PlanViews() {}

    static PlanningRunDto run(PlanningRun of) {
        return new PlanningRunDto()
                .id(of.id())
                .status(PlanningRunDto.StatusEnum.valueOf(of.status().name()))
                .requestedBy(of.requestedBy().name())
                .requestedAt(of.requestedAt())
                .limitSeconds(of.limit().toSeconds())
                .elapsedSeconds(of.elapsed().toSeconds())
                .publishWhenDone(of.publishWhenDone())
                .score(of.score())
                .movesPerSecond(of.movesPerSecond())
                .best(figuresOrNone(of.best()))
                .dispatch(figuresOrNone(of.dispatch()))
                .schedule(of.schedule())
                .message(of.message());
    }

    static ScheduleDto schedule(Schedule of) {
        Map<OperationId, List<OrderLineId>> together = of.madeTogether();
        return new ScheduleDto(
                        of.id(),
                        of.from(),
                        of.frozenUntil(),
                        figures(of.figures()),
                        figures(of.dispatch()),
                        of.movedOperations(),
                        Values.each(of.operations(), each -> operation(each, together)),
                        Values.each(of.shortages(), PlanViews::shortage))
                .publishedAt(of.publishedAt());
    }

    private static ScheduledOperationDto operation(
            ScheduledOperation of, Map<OperationId, List<OrderLineId>> together) {
        List<OrderLineId> others = together.get(of.placed().operation());
        return new ScheduledOperationDto()
                .operation(of.placed().operation().toString())
                .name(of.name())
                .workCentre(of.workCentre().value())
                .machine(Values.textOrNone(of.placed().machine()))
                .item(of.item().value())
                .quantity(Values.quantity(of.quantity()))
                .order(of.orderLine().order().value())
                .line(of.orderLine().line())
                .setupStart(of.placed().setupStart())
                .start(of.placed().start())
                .end(of.placed().end())
                .setupState(of.placed().setupState())
                .frozen(of.frozen())
                .late(of.late())
                .madeWith(others == null ? null : Values.each(others, OrderLineId::toString));
    }

    private static ShortageDto shortage(MaterialPeg of) {
        return new ShortageDto(
                of.operation().toString(), of.component().value(), Values.quantity(of.quantity()), of.available());
    }

    static LateLineDto late(LateLine of, List<ProductionOrder> madeAgain) {
        return new LateLineDto(
                        of.line().order().value(),
                        of.line().line(),
                        of.promised(),
                        of.due(),
                        of.end(),
                        of.late().toString(),
                        Values.each(of.causes(), PlanViews::cause))
                .madeAgain(Values.each(
                        madeAgain,
                        order -> new MadeAgainDto(
                                order.number().value(),
                                order.item().value(),
                                Values.quantity(order.quantity()),
                                String.valueOf(order.madeAgainFor()))));
    }

    private static LateCauseDto cause(Binding of) {
        LateCauseDto cause = new LateCauseDto().operation(of.operation().toString());
        return switch (of) {
            case Binding.MachineBusy busy ->
                cause.kind(LateCauseDto.KindEnum.MACHINE)
                        .machine(busy.machine().value())
                        .from(busy.from())
                        .until(busy.until());
            case Binding.WaitsForMaterial waits ->
                cause.kind(LateCauseDto.KindEnum.MATERIAL)
                        .component(waits.component().value())
                        .quantity(Values.quantity(waits.quantity()))
                        .source(LateCauseDto.SourceEnum.valueOf(waits.source().name()))
                        .reference(Values.filledOrNone(waits.reference()))
                        .until(waits.available());
            case Binding.NotReleased unreleased ->
                cause.kind(LateCauseDto.KindEnum.RELEASE_DAY).until(unreleased.until());
            case Binding.WaitsForPredecessor waits ->
                cause.kind(LateCauseDto.KindEnum.PREDECESSOR)
                        .predecessor(waits.predecessor().toString())
                        .until(waits.until());
            case Binding.CalendarClosed closed ->
                cause.kind(LateCauseDto.KindEnum.CALENDAR)
                        .machine(closed.machine().value())
                        .until(closed.until());
            case Binding.Nothing nothing ->
                cause.kind(LateCauseDto.KindEnum.NONE).until(nothing.start());
        };
    }

    static MachineLoadDto load(MachineLoad of) {
        return new MachineLoadDto(
                of.machine().value(),
                of.workCentre().value(),
                of.week(),
                of.capacity().toMinutes(),
                of.running().toMinutes(),
                of.changeover().toMinutes());
    }

    private static @Nullable PlanFiguresDto figuresOrNone(@Nullable PlanFigures of) {
        return of == null ? null : figures(of);
    }

    private static PlanFiguresDto figures(PlanFigures of) {
        return new PlanFiguresDto(
                of.operations(),
                of.lateLines(),
                of.weightedLateness(),
                of.changeover().toMinutes());
    }
}
