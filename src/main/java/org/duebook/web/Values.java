package org.duebook.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.duebook.catalog.Specification;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.web.api.model.MoneyDto;
import org.duebook.web.api.model.QuantityDto;
import org.duebook.web.api.model.SpecificationDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;

/** Values both ways between the contract and the domain. What the contract's bounds let pass and the domain cannot hold is 422. */
final class Values {

    private Values() {}

    static QuantityDto quantity(Quantity quantity) {
        return new QuantityDto(quantity.amount(), quantity.unit().code());
    }

    static Quantity quantity(QuantityDto quantity) {
        return Quantity.of(quantity.getAmount(), new Unit(quantity.getUnit()));
    }

    static MoneyDto money(Money money) {
        return new MoneyDto(money.amount(), money.currency().getCurrencyCode());
    }

    static @Nullable MoneyDto moneyOrNone(@Nullable Money money) {
        return money == null ? null : money(money);
    }

    static Money money(String field, MoneyDto money) {
        return Money.of(money.getAmount(), currency(field + ".currency", money.getCurrency()));
    }

    /** An amount that may not be below zero. */
    static Money positive(String field, MoneyDto money) {
        Money read = money(field, money);
        if (read.isNegative()) {
            throw Refusal.unprocessable(field + ".amount", read.toString(), "0 or more", "send an amount of 0 or more");
        }
        return read;
    }

    static Currency currency(String field, String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.unprocessable(field, code, "a currency of ISO 4217 such as EUR", "correct the code");
        }
    }

    static Duration duration(String field, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException unreadable) {
            throw Refusal.unprocessable(field, text, "a duration such as PT1H30M", "correct it");
        }
    }

    static SpecificationDto specification(Specification of) {
        return new SpecificationDto()
                .sheet(of.sheet())
                .dimensions(of.dimensions())
                .tolerances(of.tolerances())
                .material(of.material())
                .finish(of.finish())
                .qualityStandard(of.qualityStandard())
                .inspectionCriteria(of.inspectionCriteria())
                .packaging(of.packaging())
                .specialCharacteristics(of.specialCharacteristics())
                .endApplication(of.endApplication());
    }

    static Specification specification(SpecificationDto of) {
        return new Specification(
                of.getSheet(),
                of.getDimensions(),
                of.getTolerances(),
                of.getMaterial(),
                of.getFinish(),
                of.getQualityStandard(),
                of.getInspectionCriteria(),
                of.getPackaging(),
                of.getSpecialCharacteristics(),
                of.getEndApplication());
    }

    static <A, B> List<B> each(List<A> all, Function<? super A, ? extends B> view) {
        return all.stream().<B>map(view).toList();
    }

    static @Nullable String textOrNone(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable String filledOrNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
