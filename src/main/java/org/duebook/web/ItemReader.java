package org.duebook.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.LotSize;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.WorkCentre;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.duebook.web.api.model.AlternateDto;
import org.duebook.web.api.model.BatchSizeDto;
import org.duebook.web.api.model.BillDto;
import org.duebook.web.api.model.BillLineDto;
import org.duebook.web.api.model.ItemDto;
import org.duebook.web.api.model.LotDto;
import org.duebook.web.api.model.LotSizeDto;
import org.duebook.web.api.model.QuantityDto;
import org.duebook.web.api.model.RoutingDto;
import org.duebook.web.api.model.RoutingStepDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads items, bills and routings and refuses what names nothing. */
@Component
class ItemReader {

    private final Catalog catalog;
    private final Plant plant;

    ItemReader(Catalog catalog, Plant plant) {
        this.catalog = catalog;
        this.plant = plant;
    }

    Item item(ItemDto of) {
        Unit unit = new Unit(of.getUnit());
        Money price = Values.positive("price", of.getPrice());
        return new Item(
                new ItemNumber(of.getNumber()),
                of.getName(),
                of.getShortDescription(),
                ItemType.valueOf(of.getType().name()),
                unit,
                price,
                Values.positive("cost", of.getCost()),
                of.getLeadTimeDays(),
                of.getSupplier(),
                inUnit("minimumOrder", of.getMinimumOrder(), unit),
                inUnit("orderMultiple", of.getOrderMultiple(), unit),
                of.getSpecification() == null ? Specification.NONE : Values.specification(of.getSpecification()),
                lotSize(of.getLotSize(), unit));
    }

    private static LotSize lotSize(@Nullable LotSizeDto of, Unit unit) {
        if (of == null) {
            return LotSize.ANY;
        }
        Quantity minimum = lot("lotSize.minimum", of.getMinimum(), unit);
        Quantity multiple = lot("lotSize.multiple", of.getMultiple(), unit);
        Quantity maximum = lot("lotSize.maximum", of.getMaximum(), unit);
        refuseAbove("lotSize.minimum", minimum, maximum);
        refuseAbove("lotSize.multiple", multiple, maximum);
        return new LotSize(minimum, multiple, maximum);
    }

    private static @Nullable Quantity lot(String field, @Nullable LotDto sent, Unit unit) {
        if (sent == null) {
            return null;
        }
        Quantity lot = inUnit(field, new QuantityDto(sent.getAmount(), sent.getUnit()), unit);
        if (lot.isZero()) {
            throw Refusal.unprocessable(field + ".amount", "0", "more than 0", "leave it out when there is none");
        }
        return lot;
    }

    private static void refuseAbove(String field, @Nullable Quantity lot, @Nullable Quantity maximum) {
        if (lot != null && maximum != null && lot.compareTo(maximum) > 0) {
            throw Refusal.unprocessable(
                    field + ".amount",
                    lot.amount().toPlainString(),
                    "at most " + maximum.amount().toPlainString() + ", the lot's maximum",
                    "correct one of them");
        }
    }

    List<BillLine> bill(ItemNumber parent, BillDto bill) {
        Set<ItemNumber> components = bill.getLines().stream()
                .map(line -> new ItemNumber(line.getComponent()))
                .collect(Collectors.toSet());
        Map<ItemNumber, Item> known = catalog.findAll(components);
        Set<String> seen = new HashSet<>();
        List<BillLine> lines = new ArrayList<>();
        for (int i = 0; i < bill.getLines().size(); i++) {
            BillLineDto line = bill.getLines().get(i);
            String at = "lines[" + i + "]";
            ItemNumber component = new ItemNumber(line.getComponent());
            Item item = known.get(component);
            if (item == null) {
                throw Refusal.unprocessable(at + ".component", component.value(), "an item", "put the item first");
            }
            refuseLoop(at + ".component", parent, component);
            if (!seen.add(component + "/" + line.getOperation())) {
                throw Refusal.unprocessable(
                        at, component.value(), "each component once per operation", "add the quantities up");
            }
            Quantity perUnit = inUnit(at + ".perUnit", line.getPerUnit(), item.unit());
            if (perUnit.isZero()) {
                throw Refusal.unprocessable(at + ".perUnit.amount", "0", "more than 0", "leave the line out instead");
            }
            lines.add(new BillLine(parent, component, perUnit, line.getOperation()));
        }
        return lines;
    }

    List<RoutingStep> routing(RoutingDto routing, Unit unit) {
        Set<WorkCentreCode> centres =
                plant.workCentres().stream().map(WorkCentre::code).collect(Collectors.toSet());
        Map<MachineCode, WorkCentreCode> machines =
                plant.machines().stream().collect(Collectors.toMap(Machine::code, Machine::workCentre));
        List<RoutingStep> steps = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < routing.getSteps().size(); i++) {
            RoutingStepDto step = routing.getSteps().get(i);
            String at = "steps[" + i + "]";
            if (step.getSequence() <= before) {
                throw Refusal.unprocessable(
                        at + ".sequence", step.getSequence().toString(), "more than " + before, "list steps in order");
            }
            before = step.getSequence();
            steps.add(step(at, step, unit, centres, machines));
        }
        return steps;
    }

    private static RoutingStep step(
            String at,
            RoutingStepDto step,
            Unit unit,
            Set<WorkCentreCode> centres,
            Map<MachineCode, WorkCentreCode> machines) {
        WorkCentreCode centre = new WorkCentreCode(step.getWorkCentre());
        if (step.getOutside() == null && !centres.contains(centre)) {
            throw Refusal.unprocessable(
                    at + ".workCentre", centre.value(), "a work centre", "put the work centre first");
        }
        List<RoutingStep.Alternate> alternates = new ArrayList<>();
        for (int i = 0; i < step.getAlternates().size(); i++) {
            AlternateDto alternate = step.getAlternates().get(i);
            MachineCode machine = new MachineCode(alternate.getMachine());
            boolean twice =
                    alternates.stream().anyMatch(other -> other.machine().equals(machine));
            if (twice || !centre.equals(machines.get(machine))) {
                throw Refusal.unprocessable(
                        at + ".alternates[" + i + "].machine",
                        machine.value(),
                        "a machine of " + centre + ", once",
                        "name another");
            }
            alternates.add(new RoutingStep.Alternate(machine, alternate.getTimeFactor()));
        }
        return new RoutingStep(
                step.getSequence(),
                step.getName(),
                centre,
                step.getSetupState(),
                Values.duration(at + ".runPerUnit", step.getRunPerUnit()),
                Values.duration(at + ".runPerBatch", step.getRunPerBatch()),
                batchSize(at + ".batchSize", step.getBatchSize(), unit),
                Values.duration(at + ".transfer", step.getTransfer()),
                alternates,
                step.getOutside() == null
                        ? null
                        : new RoutingStep.Outside(
                                step.getOutside().getSupplier(),
                                step.getOutside().getDays()));
    }

    private static @Nullable Quantity batchSize(String field, @Nullable BatchSizeDto sent, Unit unit) {
        if (sent == null) {
            return null;
        }
        Quantity size = inUnit(field, new QuantityDto(sent.getAmount(), sent.getUnit()), unit);
        if (size.isZero()) {
            throw Refusal.unprocessable(field + ".amount", "0", "more than 0", "leave it out when all fits in one");
        }
        return size;
    }

    private static Quantity inUnit(String field, QuantityDto quantity, Unit unit) {
        if (!quantity.getUnit().equals(unit.code())) {
            throw Refusal.unprocessable(
                    field + ".unit", quantity.getUnit(), unit.code(), "use the unit the item is kept in");
        }
        return Values.quantity(quantity);
    }

    /** A part must not be made of itself, however deep. */
    private void refuseLoop(String field, ItemNumber parent, ItemNumber component) {
        Set<ItemNumber> level = Set.of(component);
        Set<ItemNumber> seen = new HashSet<>();
        while (!level.isEmpty()) {
            if (level.contains(parent)) {
                throw Refusal.unprocessable(
                        field, component.value(), "nothing that is made of " + parent, "name another component");
            }
            seen.addAll(level);
            level = catalog.billsOf(level).values().stream()
                    .flatMap(List::stream)
                    .map(BillLine::component)
                    .filter(next -> !seen.contains(next))
                    .collect(Collectors.toSet());
        }
    }
}
