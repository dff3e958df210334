package org.duebook.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duebook.planning.futures.Step;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.production.Demand;
import org.duebook.production.Proposal;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** Demands placed on a plan in memory, which stays as it is: others give way to them as far as their dates allow. */
final class Placing {
    /** Minutes later that an operation may end for each minute of setup it spares its machine, where the date allows. */
    private static final int THRIFT = 4;
    /** From so many demands on, each is placed once only. */
    private static final int MANY = 100;

    private final PlanModel model;
    private final Board board;
    private final PlanLookup lookup;
    private final Function<ItemNumber, Quantity> stock;
    private final double confidence;
    private WhatIf last;

    /**
     * @param supplies and {@code positions} of the board; they are copied
     * @param stock what is free of an item
     * @param drawn the board's chances; null where nobody wants to know them
     * @param confidence with which demands are to be there by the dates asked for, where chances are known
     */
    Placing(
            PlanModel model,
            Board board,
            Supplies supplies,
            LinePositions positions,
            PlanLookup lookup,
            Function<ItemNumber, Quantity> stock,
            Chances.@Nullable Drawn drawn,
            double confidence) {
        this.model = model;
        this.board = board;
        this.lookup = lookup;
        this.stock = stock;
        this.confidence = confidence;
        last = new WhatIf(board.draft(), supplies.copy(), positions.copy(), new HashMap<>(), drawn, new ArrayList<>());
    }

    /** Places them one after another; each later one finds the earlier ones there. */
    Placing place(List<Demand> demands) {
        WhatIf now = last;
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            Tried tried = demands.size() > MANY ? tried(now, demand, 0) : best(now, demand);
            tried.plan.placements.add(tried.placed.placement(tried.outlook));
            if (i < demands.size() - 1 && !tried.placed.isEmpty()) {
                // Whoever is placed after it gives it the time it was asked for, or needs.
                int asked = model.facts.minute(demand.requestedEnd());
                int buffer = (int) tried.outlook.buffer(confidence).toMinutes();
                tried.placed.keep(Math.max(tried.placed.end(), asked - buffer));
            }
            now = tried.plan;
        }
        last = now;
        return this;
    }

    /** Where the demands were placed, in their order. */
    List<Placement> placements() {
        return last.placements;
    }

    /** The minute at which an operation of the board ends with them on it. */
    int end(int operation) {
        return last.draft.end(operation);
    }

    /** A demand placed on a plan. */
    private record Tried(WhatIf plan, GapPlacement placed, Outlook outlook) {}

    /** Where setups are spared and the date asked for is kept; else where it ends sooner. */
    private Tried best(WhatIf now, Demand demand) {
        Board before = now.draft.done();
        WhatIf thrifty = now.on(before);
        GapPlacement spared = put(thrifty, demand, THRIFT);
        Tried tried = null;
        if (spared.isEmpty() || !model.at(spared.end()).isAfter(demand.requestedEnd())) {
            tried = seen(thrifty, spared);
            if (spared.isEmpty() || !tried.outlook.endWith(confidence).isAfter(demand.requestedEnd())) {
                return tried;
            }
        }
        WhatIf quick = now.on(before);
        GapPlacement sooner = put(quick, demand, 0);
        if (sooner.end() < spared.end()) {
            return seen(quick, sooner);
        }
        return tried == null ? seen(thrifty, spared) : tried;
    }

    private Tried tried(WhatIf plan, Demand demand, int thrift) {
        return seen(plan, put(plan, demand, thrift));
    }

    private Tried seen(WhatIf plan, GapPlacement placed) {
        if (placed.isEmpty()) {
            return new Tried(plan, placed, Outlook.certain(model.facts.now()));
        }
        Chances.Drawn drawn = plan.drawn;
        if (drawn == null) {
            return new Tried(plan, placed, Outlook.certain(model.at(placed.end())));
        }
        List<Step> chain = placed.chain(drawn.futures());
        Chances.Drawn with = drawn.with(drawn.futures().with(chain));
        Outlook outlook = new Outlook(
                model.facts.origin(),
                with.prospect(placed.end(), placed.finals()),
                () -> Variations.of(model, drawn, chain, placed.material(), board::end));
        return new Tried(plan.with(with), placed, outlook);
    }

    /**
     * A plan with some demands placed.
     *
     * @param drawn its chances; null where nobody wants to know them
     */
    private record WhatIf(
            BoardDraft draft,
            Supplies supplies,
            LinePositions positions,
            Map<ItemNumber, Quantity> taken,
            Chances.@Nullable Drawn drawn,
            List<Placement> placements) {

        /** The same with its board at rest, to be changed on its own. */
        WhatIf on(Board rest) {
            return new WhatIf(rest.draft(), supplies.copy(), positions.copy(), new HashMap<>(taken), drawn, placements);
        }

        WhatIf with(Chances.Drawn others) {
            return new WhatIf(draft, supplies, positions, taken, others, placements);
        }
    }

    private GapPlacement put(WhatIf now, Demand demand, int thrift) {
        Proposal proposal = lookup.propose(demand, item -> {
            Quantity gone = now.taken.get(item);
            return gone == null ? stock.apply(item) : stock.apply(item).minusUpTo(gone);
        });
        proposal.fromStock().forEach((item, quantity) -> now.taken.merge(item, quantity, Quantity::plus));
        Instant from = lookup.facts().now();
        return GapPlacement.of(
                model,
                now.draft,
                now.positions,
                thrift,
                now.supplies,
                proposal,
                lookup::leadTimeDays,
                operation -> from);
    }
}
