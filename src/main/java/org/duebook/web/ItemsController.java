package org.duebook.web;

import java.util.List;
import java.util.Optional;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.shared.ItemNumber;
import org.duebook.web.api.ItemsApi;
import org.duebook.web.api.model.BillDto;
import org.duebook.web.api.model.ItemDto;
import org.duebook.web.api.model.ItemPageDto;
import org.duebook.web.api.model.RoutingDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ItemsController implements ItemsApi {

    private final Catalog catalog;
    private final ItemReader reader;
    private final ConditionalPut puts;

    ItemsController(Catalog catalog, ItemReader reader, ConditionalPut puts) {
        this.catalog = catalog;
        this.reader = reader;
        this.puts = puts;
    }

    @Override
    public ResponseEntity<ItemPageDto> listItems(@Nullable String after, Integer limit) {
        List<Item> read = catalog.list(after == null ? null : new ItemNumber(after), limit + 1);
        Page<Item> page = Page.cut(read, limit, item -> item.number().value());
        return ResponseEntity.ok(new ItemPageDto(Values.each(page.items(), ItemViews::item)).next(page.next()));
    }

    @Override
    public ResponseEntity<ItemDto> getItem(String number) {
        return puts.read(ItemViews.item(known(number)));
    }

    @Override
    public ResponseEntity<ItemDto> putItem(String number, ItemDto body, @Nullable String ifMatch) {
        Numbers.same("number", body.getNumber(), number);
        Item item = reader.item(body);
        return puts.put(
                "items/" + number,
                ifMatch,
                () -> catalog.find(item.number()).map(ItemViews::item),
                () -> catalog.put(item));
    }

    @Override
    public ResponseEntity<BillDto> getBill(String number) {
        return puts.read(ItemViews.bill(catalog.bill(known(number).number())));
    }

    @Override
    public ResponseEntity<BillDto> putBill(String number, BillDto body, @Nullable String ifMatch) {
        ItemNumber item = known(number).number();
        return puts.put(
                "items/" + number + "/bill",
                ifMatch,
                () -> Optional.of(ItemViews.bill(catalog.bill(item))),
                () -> catalog.putBill(item, reader.bill(item, body)));
    }

    @Override
    public ResponseEntity<RoutingDto> getRouting(String number) {
        return puts.read(ItemViews.routing(catalog.routing(known(number).number())));
    }

    @Override
    public ResponseEntity<RoutingDto> putRouting(String number, RoutingDto body, @Nullable String ifMatch) {
        Item known = known(number);
        ItemNumber item = known.number();
        return puts.put(
                "items/" + number + "/routing",
                ifMatch,
                () -> Optional.of(ItemViews.routing(catalog.routing(item))),
                () -> catalog.putRouting(item, reader.routing(body, known.unit())));
    }

    private Item known(String number) {
        return catalog.find(new ItemNumber(number)).orElseThrow(() -> Refusal.unknown("number", number, "an item"));
    }
}
