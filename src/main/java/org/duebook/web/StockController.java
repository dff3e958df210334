package org.duebook.web;

import java.util.List;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.StockOnHand;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.web.api.StockApi;
import org.duebook.web.api.model.StockCountDto;
import org.duebook.web.api.model.StockDto;
import org.duebook.web.api.model.StockPageDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController implements StockApi {

    private final Inventory inventory;
    private final Catalog catalog;
    private final ConditionalPut puts;

    StockController(Inventory inventory, Catalog catalog, ConditionalPut puts) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.puts = puts;
    }

    @Override
    public ResponseEntity<StockPageDto> listStocks(@Nullable String after, Integer limit) {
        List<StockOnHand> read = inventory.list(after == null ? null : new ItemNumber(after), limit + 1);
        Page<StockOnHand> page = Page.cut(read, limit, stock -> stock.item().value());
        return ResponseEntity.ok(new StockPageDto(Values.each(page.items(), StockController::view)).next(page.next()));
    }

    @Override
    public ResponseEntity<StockDto> getStock(String number) {
        return puts.read(inventory
                .stock(new ItemNumber(number))
                .map(StockController::view)
                .orElseThrow(() -> Refusal.unknown("number", number, "an item with a stock record")));
    }

    @Override
    public ResponseEntity<StockDto> putStock(String number, StockCountDto body, @Nullable String ifMatch) {
        Item item =
                catalog.find(new ItemNumber(number)).orElseThrow(() -> Refusal.unknown("number", number, "an item"));
        if (!item.unit().code().equals(body.getOnHand().getUnit())) {
            throw Refusal.unprocessable(
                    "onHand.unit", body.getOnHand().getUnit(), item.unit().code(), "use the unit the item is kept in");
        }
        Quantity counted = Values.quantity(body.getOnHand());
        return puts.put(
                "stock/" + number,
                ifMatch,
                () -> inventory.stock(item.number()).map(StockController::view),
                () -> inventory.putStock(item.number(), counted));
    }

    private static StockDto view(StockOnHand of) {
        return new StockDto(
                of.item().value(),
                Values.quantity(of.onHand()),
                Values.quantity(of.reserved()),
                Values.quantity(of.free()));
    }
}
