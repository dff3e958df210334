package org.duebook.web;

import java.util.Optional;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.shared.ItemNumber;
import org.duebook.web.api.ReceiptsApi;
import org.duebook.web.api.model.ReceiptDto;
import org.duebook.web.api.model.ReceiptPageDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReceiptsController implements ReceiptsApi {

    private final Inventory inventory;
    private final Catalog catalog;
    private final ConditionalPut puts;

    ReceiptsController(Inventory inventory, Catalog catalog, ConditionalPut puts) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.puts = puts;
    }

    @Override
    public ResponseEntity<ReceiptPageDto> listReceipts() {
        return ResponseEntity.ok(new ReceiptPageDto(Values.each(inventory.receipts(), ReceiptsController::view)));
    }

    @Override
    public ResponseEntity<ReceiptDto> getReceipt(String number) {
        return puts.read(find(number).orElseThrow(() -> Refusal.unknown("number", number, "an open receipt")));
    }

    @Override
    public ResponseEntity<ReceiptDto> putReceipt(String number, ReceiptDto body, @Nullable String ifMatch) {
        Numbers.same("number", body.getNumber(), number);
        ScheduledReceipt receipt = read(body);
        return puts.put("receipts/" + number, ifMatch, () -> find(number), () -> inventory.putReceipt(receipt));
    }

    private Optional<ReceiptDto> find(String number) {
        return inventory.receipts().stream()
                .filter(receipt -> receipt.number().equals(number))
                .findFirst()
                .map(ReceiptsController::view);
    }

    private ScheduledReceipt read(ReceiptDto of) {
        Item item = catalog.find(new ItemNumber(of.getItem()))
                .orElseThrow(() -> Refusal.unprocessable("item", of.getItem(), "an item", "put the item first"));
        if (!item.unit().code().equals(of.getQuantity().getUnit())) {
            throw Refusal.unprocessable(
                    "quantity.unit",
                    of.getQuantity().getUnit(),
                    item.unit().code(),
                    "use the unit the item is kept in");
        }
        if (of.getQuantity().getAmount().signum() == 0) {
            throw Refusal.unprocessable("quantity.amount", "0", "more than 0", "send what is still open");
        }
        return new ScheduledReceipt(
                of.getNumber(), item.number(), Values.quantity(of.getQuantity()), of.getExpected(), of.getSupplier());
    }

    private static ReceiptDto view(ScheduledReceipt of) {
        return new ReceiptDto(of.number(), of.item().value(), Values.quantity(of.quantity()), of.expected())
                .supplier(of.supplier());
    }
}
