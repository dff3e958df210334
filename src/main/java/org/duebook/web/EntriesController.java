package org.duebook.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.duebook.planning.BookedEntry;
import org.duebook.planning.DayEntry;
import org.duebook.planning.EntryOutcome;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.WorkCentreCode;
import org.duebook.web.api.EntriesApi;
import org.duebook.web.api.model.EntryDto;
import org.duebook.web.api.model.EntryListDto;
import org.duebook.web.api.model.NewDowntimeDto;
import org.duebook.web.api.model.NewDowntimeEndDto;
import org.duebook.web.api.model.NewOvertimeDto;
import org.duebook.web.api.model.NewReceiptEntryDto;
import org.duebook.web.api.model.NewStockCountDto;
import org.duebook.web.api.model.WithdrawalDto;
import org.duebook.web.entries.EntryStories;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EntriesController implements EntriesApi {

    private final Planning planning;
    private final EntryStories stories;
    private final Plant plant;
    private final SignedIn signedIn;
    private final Clock clock;

    EntriesController(Planning planning, EntryStories stories, Plant plant, SignedIn signedIn, Clock clock) {
        this.planning = planning;
        this.stories = stories;
        this.plant = plant;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<EntryListDto> listEntries(@Nullable LocalDate day) {
        LocalDate wanted = day == null
                ? LocalDate.ofInstant(clock.instant(), plant.profile().zone())
                : day;
        return ResponseEntity.ok(
                new EntryListDto(Values.each(stories.of(planning.entries(wanted)), EntryViews::entry)));
    }

    @Override
    public ResponseEntity<EntryDto> getEntry(Long number) {
        return ResponseEntity.ok(EntryViews.entry(stories.of(find(number))));
    }

    @Override
    public ResponseEntity<EntryDto> enterDowntime(NewDowntimeDto body, @Nullable String idempotencyKey) {
        return entered(new DayEntry.Down(
                new MachineCode(body.getMachine()), orNow(body.getFrom()), body.getUntil(), body.getReason()));
    }

    @Override
    public ResponseEntity<EntryDto> enterDowntimeEnd(NewDowntimeEndDto body, @Nullable String idempotencyKey) {
        return entered(new DayEntry.Back(new MachineCode(body.getMachine()), orNow(body.getAt()), body.getReason()));
    }

    @Override
    public ResponseEntity<EntryDto> enterOvertime(NewOvertimeDto body, @Nullable String idempotencyKey) {
        return entered(new DayEntry.ExtraHours(
                body.getMachine() == null ? null : new MachineCode(body.getMachine()),
                body.getWorkCentre() == null ? null : new WorkCentreCode(body.getWorkCentre()),
                body.getFrom(),
                body.getUntil(),
                body.getReason()));
    }

    @Override
    public ResponseEntity<EntryDto> enterReceipt(NewReceiptEntryDto body, @Nullable String idempotencyKey) {
        return entered(new DayEntry.Receipt(
                body.getReceipt(),
                body.getArrived() == null ? null : Values.quantity(body.getArrived()),
                body.getExpected(),
                body.getReason()));
    }

    @Override
    public ResponseEntity<EntryDto> enterStockCount(NewStockCountDto body, @Nullable String idempotencyKey) {
        return entered(new DayEntry.StockCount(
                new ItemNumber(body.getItem()), Values.quantity(body.getCounted()), body.getReason()));
    }

    @Override
    public ResponseEntity<EntryDto> withdrawEntry(Long number, WithdrawalDto body, @Nullable String idempotencyKey) {
        BookedEntry entry = find(number);
        if (!signedIn.mayWithdraw(entry.what())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    new Fault(
                            "number",
                            "entry " + number,
                            "an entry of those you may make",
                            "ask a planner to withdraw it"));
        }
        return created(planning.withdraw(number, body.getReason(), signedIn.actor()), number);
    }

    private ResponseEntity<EntryDto> entered(DayEntry entry) {
        return created(planning.enter(entry, signedIn.actor()), 0);
    }

    private ResponseEntity<EntryDto> created(EntryOutcome outcome, long number) {
        return switch (outcome) {
            case EntryOutcome.Booked booked ->
                ResponseEntity.created(
                                URI.create("/api/v1/entries/" + booked.entry().number()))
                        .body(EntryViews.entry(stories.of(booked.entry())));
            case EntryOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case EntryOutcome.Unknown unknown -> throw unknown(number);
        };
    }

    private BookedEntry find(long number) {
        return planning.entry(number).orElseThrow(() -> unknown(number));
    }

    private static Refusal unknown(long number) {
        return Refusal.unknown("number", number, "an entry of the day");
    }

    private Instant orNow(@Nullable Instant at) {
        return Objects.<Instant>requireNonNullElseGet(at, clock::instant);
    }
}
