package org.duebook.web;

import org.duebook.promising.Alternative;
import org.duebook.web.api.model.AlternativeDto;
import org.duebook.web.api.model.AlternativePartDto;
import org.duebook.web.api.model.DelayedLineDto;

/** What could be done for a late quote, as the contract shows it. */
final class AlternativeViews {

    private AlternativeViews() {}

    static AlternativeDto view(Alternative of) {
        return new AlternativeDto()
                .kind(AlternativeDto.KindEnum.valueOf(of.kind().name()))
                .words(of.words())
                .date(of.date())
                .parts(Values.each(
                        of.parts(),
                        part -> new AlternativePartDto(part.line(), Values.quantity(part.quantity()), part.date())))
                .cost(Values.moneyOrNone(of.cost()))
                .needsApproval(of.needsApproval())
                .delayed(Values.each(of.delayed(), AlternativeViews::view));
    }

    private static DelayedLineDto view(Alternative.Delayed of) {
        return new DelayedLineDto()
                .orderLine(of.line().toString())
                .from(of.from())
                .to(of.to())
                .penalty(Values.moneyOrNone(of.penalty()));
    }
}
