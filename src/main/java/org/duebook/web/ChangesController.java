package org.duebook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.duebook.changes.ChangeProposal;
import org.duebook.changes.Changes;
import org.duebook.changes.DraftOrder;
import org.duebook.changes.DraftOutcome;
import org.duebook.changes.Filed;
import org.duebook.changes.Wish;
import org.duebook.changes.WishList;
import org.duebook.forms.Returned;
import org.duebook.forms.ReturnedSheet;
import org.duebook.orders.OrderDraft;
import org.duebook.web.api.ChangesApi;
import org.duebook.web.api.model.ChangeProposalDto;
import org.duebook.web.api.model.ChangeProposalListDto;
import org.duebook.web.api.model.DraftLineDto;
import org.duebook.web.api.model.DraftOrderDto;
import org.duebook.web.api.model.DraftOrderListDto;
import org.duebook.web.api.model.FaultDto;
import org.duebook.web.api.model.ImpactDto;
import org.duebook.web.api.model.OrderTakenDto;
import org.duebook.web.api.model.ReturnedSheetDto;
import org.duebook.web.api.model.WishDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class ChangesController implements ChangesApi {

    private final Changes changes;
    private final ReturnedSheet returnedSheet;
    private final OrdersController orders;
    private final ImpactQuestions impacts;
    private final SignedIn signedIn;

    ChangesController(
            Changes changes,
            ReturnedSheet returnedSheet,
            OrdersController orders,
            ImpactQuestions impacts,
            SignedIn signedIn) {
        this.changes = changes;
        this.returnedSheet = returnedSheet;
        this.orders = orders;
        this.impacts = impacts;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<ReturnedSheetDto> returnBalanceSheet(
            MultipartFile file, Boolean preview, @Nullable String idempotencyKey) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Returned returned = preview
                ? returnedSheet.preview(name, content(file))
                : returnedSheet.file(name, content(file), signedIn.actor());
        if (!preview && !returned.faults().isEmpty()) {
            throw Refusal.unprocessable(returned.faults());
        }
        return ResponseEntity.ok(view(returned));
    }

    @Override
    public ResponseEntity<ChangeProposalListDto> listChangeProposals(Integer limit) {
        return ResponseEntity.ok(
                new ChangeProposalListDto(Values.each(changes.openProposals(limit), ChangesController::view)));
    }

    @Override
    public ResponseEntity<ChangeProposalDto> withdrawChangeProposal(Long id, @Nullable String idempotencyKey) {
        return ResponseEntity.ok(changes.withdraw(id, signedIn.actor())
                .map(ChangesController::view)
                .orElseThrow(() -> Refusal.unknown("id", id, "the id of a change proposal")));
    }

    @Override
    public ResponseEntity<ImpactDto> getProposalImpact(Long id) {
        return ResponseEntity.ok(impacts.ofProposal(id)
                .map(outcome -> OrdersController.impact(outcome, "of proposal " + id))
                .orElseThrow(() -> Refusal.unknown("id", id, "the id of a change proposal")));
    }

    @Override
    public ResponseEntity<DraftOrderListDto> listDraftOrders(Integer limit) {
        return ResponseEntity.ok(
                new DraftOrderListDto(Values.each(changes.openDrafts(limit), ChangesController::view)));
    }

    @Override
    public ResponseEntity<OrderTakenDto> enterDraftOrder(Long id, @Nullable String idempotencyKey) {
        return switch (changes.enter(id, signedIn.actor())) {
            case DraftOutcome.Entered entered ->
                OrdersController.created(entered.order().order().number(), orders.taken(entered.order()));
            case DraftOutcome.Refused refused -> throw Refusal.unprocessable(refused.faults());
            case DraftOutcome.Unknown unknown -> throw Refusal.unknown("id", id, "the id of a draft order");
        };
    }

    @Override
    public ResponseEntity<DraftOrderDto> discardDraftOrder(Long id, @Nullable String idempotencyKey) {
        return ResponseEntity.ok(changes.discard(id, signedIn.actor())
                .map(ChangesController::view)
                .orElseThrow(() -> Refusal.unknown("id", id, "the id of a draft order")));
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an uploaded file could not be read", unreadable);
        }
    }

    private static ReturnedSheetDto view(Returned of) {
        Filed filed = of.filed();
        return new ReturnedSheetDto(
                filed != null,
                filed == null ? 0 : filed.proposals(),
                filed == null ? 0 : filed.drafts(),
                of.unchanged(),
                filed == null ? 0 : filed.alreadyFiled(),
                Values.each(of.wishes().rows().stream().map(WishList.Row::wish).toList(), ChangesController::view),
                Values.each(of.wishes().drafts(), ChangesController::view),
                Values.each(
                        of.faults(),
                        fault -> new FaultDto(fault.field(), fault.found(), fault.wanted(), fault.cure())));
    }

    private static WishDto view(Wish of) {
        return new WishDto(
                of.line().order().value(),
                of.line().line(),
                WishDto.FieldEnum.valueOf(of.field().name()),
                of.from(),
                of.to());
    }

    private static ChangeProposalDto view(ChangeProposal of) {
        return new ChangeProposalDto(
                of.id(),
                view(of.wish()),
                ChangeProposalDto.StatusEnum.valueOf(of.status().name()),
                of.by().name(),
                of.at(),
                of.source());
    }

    private static DraftOrderDto view(OrderDraft of) {
        return new DraftOrderDto(
                of.customer().value(),
                Values.each(
                        of.lines(),
                        line -> new DraftLineDto(
                                line.item().value(), Values.quantity(line.quantity()), line.requested())));
    }

    private static DraftOrderDto view(DraftOrder of) {
        return view(of.draft())
                .id(of.id())
                .status(DraftOrderDto.StatusEnum.valueOf(of.status().name()))
                .order(of.order() == null ? null : of.order().value())
                .by(of.by().name())
                .at(of.at())
                .source(of.source());
    }
}
