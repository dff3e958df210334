package org.duebook.web.pages;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.planning.BookedEntry;
import org.duebook.planning.DayEntry;
import org.duebook.planning.EntryOutcome;
import org.duebook.planning.Planning;
import org.duebook.plant.Downtime;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.duebook.web.entries.EntryStories;
import org.duebook.web.entries.EntryStory;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The entries of a day: a form for each kind, what was entered, what it did, and its withdrawal. */
@Controller
class EntriesPage {

    private static final String CENTRE = "centre ";
    private static final String MOMENT = "a day and a time such as 2026-12-03 14:30";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int ITEMS_LISTED = 500;

    private final Planning planning;
    private final EntryStories stories;
    private final Plant plant;
    private final Inventory inventory;
    private final Catalog catalog;
    private final SignedIn signedIn;
    private final Clock clock;

    EntriesPage(
            Planning planning,
            EntryStories stories,
            Plant plant,
            Inventory inventory,
            Catalog catalog,
            SignedIn signedIn,
            Clock clock) {
        this.planning = planning;
        this.stories = stories;
        this.plant = plant;
        this.inventory = inventory;
        this.catalog = catalog;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/entries")
    String show(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(required = false) @Nullable Long entry,
            Model model) {
        Entry read = new Entry();
        LocalDate wanted = read.optional("day", day, "a day such as 2026-12-03", Entry::day)
                .orElseGet(this::today);
        model.addAttribute("dayFaults", read.faults());
        Optional.ofNullable(entry)
                .flatMap(planning::entry)
                .map(stories::of)
                .ifPresent(story -> model.addAttribute("story", story));
        return show(wanted, "", Map.of(), List.of(), model);
    }

    @PostMapping("/entries/down")
    String down(@RequestParam Map<String, String> typed, Principal who, Model model) {
        Entry entry = new Entry();
        Optional<MachineCode> machine = machine(entry, typed);
        Optional<Instant> from = entry.required("from", typed.get("from"), MOMENT, this::moment);
        Optional<Instant> until = entry.optional("until", typed.get("until"), MOMENT, this::moment);
        return entered(
                "down",
                typed,
                entry,
                who,
                model,
                reason -> new DayEntry.Down(machine.orElseThrow(), from.orElseThrow(), until.orElse(null), reason));
    }

    @PostMapping("/entries/back")
    String back(@RequestParam Map<String, String> typed, Principal who, Model model) {
        Entry entry = new Entry();
        Optional<MachineCode> machine = machine(entry, typed);
        Optional<Instant> at = entry.required("at", typed.get("at"), MOMENT, this::moment);
        return entered(
                "back",
                typed,
                entry,
                who,
                model,
                reason -> new DayEntry.Back(machine.orElseThrow(), at.orElseThrow(), reason));
    }

    @PostMapping("/entries/overtime")
    String overtime(@RequestParam Map<String, String> typed, Principal who, Model model) {
        Entry entry = new Entry();
        boolean centre = typed.getOrDefault("machine", "").startsWith(CENTRE);
        Optional<WorkCentreCode> workCentre = !centre
                ? Optional.empty()
                : entry.required(
                        "machine",
                        typed.get("machine"),
                        "a machine or a work centre",
                        code -> new WorkCentreCode(code.substring(Math.min(code.length(), CENTRE.length()))));
        Optional<MachineCode> machine = centre ? Optional.empty() : machine(entry, typed);
        Optional<Instant> from = entry.required("from", typed.get("from"), MOMENT, this::moment);
        Optional<Instant> until = entry.required("until", typed.get("until"), MOMENT, this::moment);
        return entered(
                "overtime",
                typed,
                entry,
                who,
                model,
                reason -> new DayEntry.ExtraHours(
                        machine.orElse(null),
                        workCentre.orElse(null),
                        from.orElseThrow(),
                        until.orElseThrow(),
                        reason));
    }

    @PostMapping("/entries/receipt")
    String receipt(@RequestParam Map<String, String> typed, Principal who, Model model) {
        Entry entry = new Entry();
        Optional<ScheduledReceipt> receipt = entry.required(
                "receipt",
                typed.get("receipt"),
                "a receipt on its way",
                number -> inventory.receipts().stream()
                        .filter(each -> each.number().equals(number))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(number)));
        Optional<BigDecimal> arrived =
                entry.optional("arrived", typed.get("arrived"), "a number above 0", Entry::positive);
        Optional<LocalDate> expected =
                entry.optional("expected", typed.get("expected"), "a day such as 2026-12-03", Entry::day);
        return entered(
                "receipt",
                typed,
                entry,
                who,
                model,
                reason -> new DayEntry.Receipt(
                        receipt.orElseThrow().number(),
                        arrived.map(amount -> Quantity.of(
                                        amount, receipt.orElseThrow().quantity().unit()))
                                .orElse(null),
                        expected.orElse(null),
                        reason));
    }

    @PostMapping("/entries/stock-count")
    String count(@RequestParam Map<String, String> typed, Principal who, Model model) {
        Entry entry = new Entry();
        Optional<Item> item = entry.required(
                "item",
                typed.get("item"),
                "an item",
                number -> catalog.find(new ItemNumber(number)).orElseThrow(() -> new IllegalArgumentException(number)));
        Optional<BigDecimal> counted =
                entry.required("counted", typed.get("counted"), "a number, 0 or more", Entry::number);
        return entered(
                "stock-count",
                typed,
                entry,
                who,
                model,
                reason -> new DayEntry.StockCount(
                        item.orElseThrow().number(),
                        Quantity.of(counted.orElseThrow(), item.orElseThrow().unit()),
                        reason));
    }

    @PostMapping("/entries/{number}/withdraw")
    String withdraw(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes flash) {
        Optional<BookedEntry> entry = planning.entry(number);
        if (entry.isEmpty() || !signedIn.mayWithdraw(entry.get().what())) {
            flash.addFlashAttribute("wrong", "There is no such entry that you may withdraw.");
            return "redirect:/entries";
        }
        switch (planning.withdraw(number, reason.strip(), new Actor(who.getName()))) {
            case EntryOutcome.Booked booked ->
                flash.addAttribute("entry", booked.entry().number());
            case EntryOutcome.Refused refused -> flash.addFlashAttribute("refused", refused.faults());
            case EntryOutcome.Unknown unknown -> flash.addFlashAttribute("wrong", "There is no such entry.");
        }
        return "redirect:/entries";
    }

    /** Makes an entry of what was read. */
    private interface Making {
        DayEntry with(String reason);
    }

    private String entered(
            String kind, Map<String, String> typed, Entry entry, Principal who, Model model, Making making) {
        Optional<String> reason = entry.required("reason", typed.get("reason"), "why", text -> text);
        if (!entry.faults().isEmpty()) {
            return show(today(), kind, typed, entry.faults(), model);
        }
        return switch (planning.enter(making.with(reason.orElseThrow()), new Actor(who.getName()))) {
            case EntryOutcome.Booked booked ->
                "redirect:/entries?entry=" + booked.entry().number();
            case EntryOutcome.Refused refused -> show(today(), kind, typed, refused.faults(), model);
            case EntryOutcome.Unknown unknown -> show(today(), kind, typed, List.of(), model);
        };
    }

    private String show(LocalDate day, String kind, Map<String, String> typed, List<Fault> faults, Model model) {
        List<Downtime> downtimes = plant.downtimes().stream()
                .filter(down -> down.window().to().isAfter(clock.instant()))
                .toList();
        SortedSet<MachineCode> down = new TreeSet<>();
        downtimes.forEach(each -> down.add(each.machine()));
        model.addAttribute("day", day);
        model.addAttribute("kind", kind);
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("nowTyped", TYPED.format(LocalDateTime.ofInstant(clock.instant(), zone())));
        model.addAttribute("machines", plant.machines());
        model.addAttribute("workCentres", plant.workCentres());
        model.addAttribute("downtimes", downtimes);
        model.addAttribute("machinesDown", down);
        model.addAttribute("receipts", inventory.receipts());
        model.addAttribute("stocks", inventory.list(null, ITEMS_LISTED));
        model.addAttribute(
                "entries",
                stories.of(planning.entries(day)).stream()
                        .map(story -> new Row(
                                story,
                                story.entry().mayBeWithdrawn()
                                        && signedIn.mayWithdraw(story.entry().what())))
                        .toList());
        return "entries";
    }

    private static Optional<MachineCode> machine(Entry entry, Map<String, String> typed) {
        return entry.required("machine", typed.get("machine"), "a machine", MachineCode::new);
    }

    private Instant moment(String typed) {
        LocalDateTime at = LocalDateTime.parse(typed.replace(' ', 'T'));
        Entry.day(at.toLocalDate().toString());
        if (zone().getRules().getValidOffsets(at).isEmpty()) {
            throw new DateTimeException(at + " is not on any clock in the plant");
        }
        return at.atZone(zone()).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return plant.profile().zone();
    }

    /** An entry in the list, and whether the user may withdraw it. */
    record Row(EntryStory story, boolean withdrawable) {}
}
