package org.duebook.web;

import java.util.List;
import org.duebook.planning.EntryEffect;
import org.duebook.planning.JournalEntry;
import org.duebook.shared.MachineCode;
import org.duebook.web.api.model.AffectedLineDto;
import org.duebook.web.api.model.EntryDto;
import org.duebook.web.api.model.EntryEffectDto;
import org.duebook.web.entries.EntryStory;

/** Entries of the day as the contract shows them. */
final class EntryViews {

    private EntryViews() {}

    static EntryDto entry(EntryStory of) {
        EntryDto view = new EntryDto()
                .number(of.entry().number())
                .at(of.entry().at())
                .by(of.entry().by().name())
                .reason(of.entry().what().reason())
                .text(of.text())
                .withdrawnBy(of.entry().withdrawnBy())
                .effect(new EntryEffectDto(of.entry().effect().moved(), Values.each(of.lines(), EntryViews::line)));
        return switch (of.entry().what()) {
            case JournalEntry.Down down ->
                view.kind(EntryDto.KindEnum.DOWNTIME)
                        .machines(List.of(down.machine().value()))
                        .from(down.from())
                        .until(down.until());
            case JournalEntry.Back back ->
                view.kind(EntryDto.KindEnum.DOWNTIME_END)
                        .machines(List.of(back.machine().value()))
                        .from(back.at());
            case JournalEntry.ExtraHours extra ->
                view.kind(EntryDto.KindEnum.OVERTIME)
                        .machines(Values.each(extra.machines(), MachineCode::value))
                        .from(extra.from())
                        .until(extra.until());
            case JournalEntry.Receipt receipt -> receipt(view, receipt);
            case JournalEntry.StockCount count ->
                view.kind(EntryDto.KindEnum.STOCK_COUNT)
                        .item(count.item().value())
                        .booked(Values.quantity(count.booked()))
                        .counted(Values.quantity(count.counted()));
            case JournalEntry.Progressed progressed -> progress(view, progressed);
            case JournalEntry.Withdrawn withdrawn ->
                view.kind(EntryDto.KindEnum.WITHDRAWAL).withdraws(withdrawn.entry());
        };
    }

    private static EntryDto receipt(EntryDto view, JournalEntry.Receipt receipt) {
        return view.kind(EntryDto.KindEnum.RECEIPT)
                .receipt(receipt.after().number())
                .item(receipt.after().item().value())
                .arrived(Values.quantity(receipt.arrived()))
                .stillToCome(Values.quantity(receipt.after().quantity()))
                .expected(
                        receipt.after().quantity().isZero()
                                ? null
                                : receipt.after().expected());
    }

    private static EntryDto progress(EntryDto view, JournalEntry.Progressed progressed) {
        MachineCode machine = progressed.machine();
        return view.kind(EntryDto.KindEnum.PROGRESS)
                .operation(progressed.operation().toString())
                .machines(machine == null ? List.of() : List.of(machine.value()))
                .from(progressed.at())
                .good(Values.quantity(progressed.good()))
                .scrap(Values.quantity(progressed.scrap()));
    }

    private static AffectedLineDto line(EntryStory.Line of) {
        EntryEffect.Line effect = of.effect();
        return new AffectedLineDto()
                .order(effect.line().order().value())
                .line(effect.line().line())
                .change(AffectedLineDto.ChangeEnum.valueOf(effect.change().name()))
                .promised(effect.promised())
                .promisedDate(of.promised())
                .projectedBefore(of.before())
                .projectedAfter(of.after())
                .due(effect.due())
                .endBefore(effect.before())
                .endAfter(effect.after())
                .text(of.text());
    }
}
