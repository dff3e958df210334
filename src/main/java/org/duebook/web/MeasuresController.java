package org.duebook.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.duebook.measures.Measures;
import org.duebook.measures.PromiseAccuracy;
import org.duebook.measures.PromiseFilter;
import org.duebook.measures.PromisesKept;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.web.api.MeasuresApi;
import org.duebook.web.api.model.MonthOfPromisesDto;
import org.duebook.web.api.model.PromiseAccuracyDto;
import org.duebook.web.api.model.PromisesKeptDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeasuresController implements MeasuresApi {

    private final Measures measures;

    MeasuresController(Measures measures) {
        this.measures = measures;
    }

    @Override
    public ResponseEntity<PromiseAccuracyDto> measurePromises(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String customer, @Nullable String item) {
        PromiseFilter filter = new PromiseFilter(
                from,
                to,
                customer == null ? null : new CustomerNumber(customer),
                item == null ? null : new ItemNumber(item));
        measures.fault(filter).ifPresent(fault -> {
            throw Refusal.unprocessable(List.of(fault));
        });
        return ResponseEntity.ok(view(measures.promises(filter)));
    }

    private static PromiseAccuracyDto view(PromiseAccuracy of) {
        return new PromiseAccuracyDto(
                of.from(),
                of.to(),
                view(of.total()),
                Values.each(
                        of.months(),
                        month -> new MonthOfPromisesDto(month.month().toString(), view(month.kept()))),
                of.withoutPromise(),
                of.overdue());
    }

    private static PromisesKeptDto view(PromisesKept of) {
        return new PromisesKeptDto(of.lines(), of.revised(), of.onTimeFirst(), of.onTimeLast())
                .shareFirst(rounded(of.shareFirst(), 3))
                .shareLast(rounded(of.shareLast(), 3))
                .meanDaysFirst(rounded(of.daysFirst(), 1))
                .meanDaysLast(rounded(of.daysLast(), 1))
                .meanQuotedDays(rounded(of.quotedDays(), 1))
                .meanActualDays(rounded(of.actualDays(), 1));
    }

    private static @Nullable BigDecimal rounded(OptionalDouble value, int decimals) {
        return value.isEmpty()
                ? null
                : BigDecimal.valueOf(value.getAsDouble()).setScale(decimals, RoundingMode.HALF_UP);
    }
}
