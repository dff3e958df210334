package org.duebook.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({Inventory.class, StockRows.class, ReceiptRows.class})
class InventoryTest {

    private static final ItemNumber BODY = new ItemNumber("SF-2010");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);

    @Autowired
    private Inventory inventory;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyStore() {
        jdbc.sql("truncate stock_on_hand, scheduled_receipt cascade").update();
    }

    @Test
    void countSaysWhetherItChangedAnything() {
        assertThat(inventory.putStock(BODY, pieces(10))).isEqualTo(Saved.CREATED);
        assertThat(inventory.putStock(BODY, pieces(10))).isEqualTo(Saved.UNCHANGED);
        assertThat(inventory.putStock(BODY, pieces(12))).isEqualTo(Saved.CHANGED);
        assertThat(inventory.stock(BODY)).contains(new StockOnHand(BODY, pieces(12), pieces(0)));
    }

    @Test
    void onlyWhatIsFreeIsReserved() {
        inventory.putStock(BODY, pieces(10));

        assertThat(inventory.reserveUpTo(BODY, pieces(7), "SO-1/1")).isEqualTo(pieces(7));
        assertThat(inventory.reserveUpTo(BODY, pieces(7), "SO-2/1")).isEqualTo(pieces(3));
        assertThat(inventory.reserveUpTo(BODY, pieces(7), "SO-3/1")).isEqualTo(pieces(0));
        assertThat(inventory.stock(BODY).orElseThrow().free()).isEqualTo(pieces(0));
        assertThat(inventory.reservedUnder("SO-2/1")).containsEntry(BODY, pieces(3));
    }

    @Test
    void nothingIsReservedOfWhatWasNeverInStore() {
        assertThat(inventory.reserveUpTo(BODY, pieces(7), "SO-1/1")).isEqualTo(pieces(0));
    }

    @Test
    void releasedPiecesAreFreeAgain() {
        inventory.putStock(BODY, pieces(10));
        inventory.reserveUpTo(BODY, pieces(7), "SO-1/1");

        inventory.release("SO-1/1");

        assertThat(inventory.stock(BODY).orElseThrow().free()).isEqualTo(pieces(10));
    }

    @Test
    void issueUsesUpItsOwnReservationFirst() {
        inventory.putStock(BODY, pieces(10));
        inventory.reserveUpTo(BODY, pieces(4), "SO-1/1");
        inventory.reserveUpTo(BODY, pieces(3), "SO-2/1");

        inventory.issue(BODY, pieces(3), "SO-1/1");
        assertThat(inventory.stock(BODY)).contains(new StockOnHand(BODY, pieces(7), pieces(4)));

        inventory.issue(BODY, pieces(3), "SO-1/1");
        assertThat(inventory.stock(BODY)).contains(new StockOnHand(BODY, pieces(4), pieces(3)));
    }

    @Test
    void stockNeverGoesBelowZero() {
        inventory.putStock(BODY, pieces(2));

        inventory.issue(BODY, pieces(3), "SO-1/1");

        assertThat(inventory.stock(BODY)).contains(new StockOnHand(BODY, pieces(0), pieces(0)));
    }

    @Test
    void finishedGoodsLieReservedForTheirLine() {
        inventory.receive(BODY, pieces(5), "SO-1/1");
        inventory.receive(BODY, pieces(2), "SO-1/1");

        assertThat(inventory.stockOf(List.of(BODY, new ItemNumber("X"))))
                .containsOnlyKeys(BODY)
                .containsEntry(BODY, new StockOnHand(BODY, pieces(7), pieces(7)));
    }

    @Test
    void openReceiptsComeByDayAndClosedOnesNot() {
        ScheduledReceipt late = receipt("PU-1", 500, FRIDAY.plusDays(3));
        ScheduledReceipt soon = receipt("PU-2", 20, FRIDAY);

        assertThat(inventory.putReceipt(late)).isEqualTo(Saved.CREATED);
        assertThat(inventory.putReceipt(late)).isEqualTo(Saved.UNCHANGED);
        inventory.putReceipt(soon);
        assertThat(inventory.receipts()).containsExactly(soon, late);

        assertThat(inventory.putReceipt(receipt("PU-2", 0, FRIDAY))).isEqualTo(Saved.CHANGED);
        assertThat(inventory.receipts()).containsExactly(late);
    }

    @RepeatedTest(5)
    void noPieceIsReservedTwiceHoweverManyReserveAtOnce(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        int stock = 50 + random.nextInt(100);
        inventory.putStock(BODY, pieces(stock));
        List<Callable<Quantity>> requests = new ArrayList<>();
        for (int request = 0; request < 64; request++) {
            String reference = "SO-" + request + "/1";
            Quantity wanted = pieces(1 + random.nextInt(8));
            requests.add(() -> inventory.reserveUpTo(BODY, wanted, reference));
        }

        Quantity granted = pieces(0);
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Future<Quantity> answer : eight.invokeAll(requests)) {
                granted = granted.plus(answer.get());
            }
        }

        assertThat(granted).isEqualTo(pieces(stock));
        assertThat(inventory.stock(BODY)).contains(new StockOnHand(BODY, pieces(stock), pieces(stock)));
    }

    private static ScheduledReceipt receipt(String number, int quantity, LocalDate expected) {
        return new ScheduledReceipt(number, BODY, pieces(quantity), expected, "V-101");
    }

    private static Quantity pieces(int count) {
        return Quantity.of(count, Unit.PIECES);
    }
}
