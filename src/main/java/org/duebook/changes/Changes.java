package org.duebook.changes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.Orders;
import org.duebook.promising.EntryResult;
import org.duebook.promising.ImpactOutcome;
import org.duebook.promising.OrderChange;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door to what is wished and not decided. */
@Service
public class Changes {

    private final ProposalRows proposals;
    private final DraftRows drafts;
    private final Promising promising;
    private final Orders orders;
    private final Clock clock;

    Changes(ProposalRows proposals, DraftRows drafts, Promising promising, Orders orders, Clock clock) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.promising = promising;
        this.orders = orders;
        this.clock = clock;
    }

    /** Files what is not filed yet, all of it or nothing. */
    @Transactional
    public Filed file(WishList wishes, Actor by) {
        Instant now = now();
        int filedProposals = 0;
        for (WishList.Row row : wishes.rows()) {
            filedProposals += proposals.insert(row.wish(), by, now, wishes.file() + ", row " + row.number());
        }
        int filedDrafts = 0;
        for (OrderDraft draft : wishes.drafts()) {
            filedDrafts += drafts.insert(draft, by, now, wishes.file());
        }
        int all = wishes.rows().size() + wishes.drafts().size();
        return new Filed(filedProposals, filedDrafts, all - filedProposals - filedDrafts);
    }

    /** Open ones, by order and line. */
    @Transactional(readOnly = true)
    public List<ChangeProposal> openProposals(int limit) {
        return proposals.open(limit);
    }

    /** Drafts nobody entered or discarded yet, latest first. */
    @Transactional(readOnly = true)
    public List<DraftOrder> openDrafts(int limit) {
        return drafts.open(limit);
    }

    /** A proposal, whatever became of it. */
    @Transactional(readOnly = true)
    public Optional<ChangeProposal> find(long proposal) {
        return proposals.find(proposal);
    }

    /**
     * What a change of an accepted order would do; binds and writes nothing.
     *
     * @param delivered of the order's lines; nothing of those that are absent
     */
    @Transactional(readOnly = true)
    public ImpactOutcome impact(OrderChange change, Map<OrderLineId, Quantity> delivered) {
        return promising.impact(change, delivered);
    }

    /** What a proposal would do if it were agreed; one that is decided, or asks for nothing the plan knows, is refused. */
    @Transactional(readOnly = true)
    public ImpactOutcome impact(ChangeProposal proposal, Map<OrderLineId, Quantity> delivered) {
        return switch (WishedChange.of(proposal, orders)) {
            case WishedChange.Asked asked -> promising.impact(asked.change(), delivered);
            case WishedChange.NotAsked not -> new ImpactOutcome.Refused(List.of(not.fault()));
        };
    }

    /** Takes a proposal back; one that is not open stays as it is. */
    @Transactional
    public Optional<ChangeProposal> withdraw(long proposal, Actor by) {
        proposals.withdraw(proposal, by, now());
        return proposals.find(proposal);
    }

    /** Puts a draft away; one that is not open stays as it is. */
    @Transactional
    public Optional<DraftOrder> discard(long draft, Actor by) {
        drafts.discard(draft, by, now());
        return drafts.find(draft);
    }

    /** Enters a draft as an order, which the rules then decide. */
    @Transactional
    public DraftOutcome enter(long id, Actor by) {
        Optional<DraftOrder> found = drafts.lock(id);
        if (found.isEmpty()) {
            return new DraftOutcome.Unknown();
        }
        DraftOrder draft = found.get();
        if (draft.status() != DraftOrder.Status.DRAFT) {
            return new DraftOutcome.Refused(List.of(new Fault(
                    "id", "draft " + id + " is " + draft.status(), "an open draft", "look at the order it became")));
        }
        return switch (promising.enter(draft.draft(), by)) {
            case EntryResult.Refused refused -> new DraftOutcome.Refused(refused.faults());
            case EntryResult.Taken taken -> {
                drafts.entered(id, taken.order().order().number(), by, now());
                yield new DraftOutcome.Entered(taken.order());
            }
        };
    }

    /** Microseconds are what the database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
