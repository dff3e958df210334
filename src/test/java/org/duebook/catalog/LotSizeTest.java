package org.duebook.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotSizeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100, -, -, 100",
                "100, -, 100, 100",
                "100, -, 40, 34 33 33",
                "101, -, 100, 51 50",
                "100, 10, 40, 40 30 30",
                "100, 30, 40, 30 30 30 10",
                "7.5, -, 3, 3 3 1.5",
                "1, -, 0.4, 0.4 0.4 0.2"
            })
    void quantityIsMadeInFewEvenLots(
            BigDecimal quantity, @Nullable BigDecimal multiple, @Nullable BigDecimal maximum, String lots) {
        LotSize size = new LotSize(null, quantity(multiple), quantity(maximum));

        List<Quantity> split = size.split(pieces(quantity));

        assertThat(split)
                .extracting(Quantity::amount)
                .containsExactly(
                        Arrays.stream(lots.split(" ")).map(BigDecimal::new).toArray(BigDecimal[]::new));
        assertThat(size.count(pieces(quantity))).isEqualTo(split.size());
    }

    @Test
    void lotIsFullOnceItIsAWholeMultipleAndNotBelowTheMinimum() {
        LotSize size = new LotSize(pieces(30), pieces(20), pieces(100));

        assertThat(size.isFull(pieces(20))).isFalse();
        assertThat(size.isFull(pieces(30))).isFalse();
        assertThat(size.isFull(pieces(40))).isTrue();
        assertThat(size.isBelowMinimum(pieces(29))).isTrue();
        assertThat(size.isBelowMinimum(pieces(30))).isFalse();
        assertThat(size.allows(pieces(100))).isTrue();
        assertThat(size.allows(pieces(101))).isFalse();
        assertThat(LotSize.ANY.isFull(pieces(5))).isFalse();
    }

    @Test
    void sizesThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new LotSize(pieces(50), null, pieces(40)))
                .hasMessage("lot minimum 50 pcs is above the lot maximum 40 pcs");
        assertThatThrownBy(() -> new LotSize(null, pieces(50), pieces(40)))
                .hasMessage("lot multiple 50 pcs is above the lot maximum 40 pcs");
        assertThatThrownBy(() -> new LotSize(pieces(0), null, null))
                .hasMessage("lot minimum is 0 pcs, wanted more than 0, or none");
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal amount) {
        return amount == null ? null : pieces(amount);
    }

    private static Quantity pieces(long amount) {
        return Quantity.of(amount, Unit.PIECES);
    }

    private static Quantity pieces(BigDecimal amount) {
        return Quantity.of(amount, Unit.PIECES);
    }
}
