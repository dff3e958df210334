package org.duebook.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.WorkCentre;
import org.duebook.plant.WorkingCalendar;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Saved;
import org.duebook.shared.WorkCentreCode;
import org.duebook.web.api.WorkCentresApi;
import org.duebook.web.api.model.MachineDto;
import org.duebook.web.api.model.WorkCentreDto;
import org.duebook.web.api.model.WorkCentrePageDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WorkCentresController implements WorkCentresApi {

    private final Plant plant;
    private final ConditionalPut puts;

    WorkCentresController(Plant plant, ConditionalPut puts) {
        this.plant = plant;
        this.puts = puts;
    }

    @Override
    public ResponseEntity<WorkCentrePageDto> listWorkCentres() {
        List<Machine> machines = plant.machines();
        return ResponseEntity.ok(
                new WorkCentrePageDto(Values.each(plant.workCentres(), centre -> view(centre, machines))));
    }

    @Override
    public ResponseEntity<WorkCentreDto> getWorkCentre(String code) {
        return puts.read(find(code).orElseThrow(() -> Refusal.unknown("code", code, "a work centre")));
    }

    @Override
    public ResponseEntity<WorkCentreDto> putWorkCentre(String code, WorkCentreDto body, @Nullable String ifMatch) {
        Numbers.same("code", body.getCode(), code);
        WorkCentre centre = new WorkCentre(new WorkCentreCode(code), body.getName());
        List<Machine> machines = Values.each(body.getMachines(), machine -> read(machine, centre.code()));
        return puts.put("work-centres/" + code, ifMatch, () -> find(code), () -> put(centre, machines));
    }

    private Saved put(WorkCentre centre, List<Machine> machines) {
        refuseUnknownCalendars(machines);
        refuseLostMachines(centre.code(), machines);
        Saved saved = plant.putWorkCentre(centre);
        for (Machine machine : machines) {
            Saved also = plant.putMachine(machine);
            saved = saved == Saved.UNCHANGED && also != Saved.UNCHANGED ? Saved.CHANGED : saved;
        }
        return saved;
    }

    private void refuseUnknownCalendars(List<Machine> machines) {
        Set<String> calendars =
                plant.calendars().stream().map(WorkingCalendar::code).collect(Collectors.toSet());
        Set<MachineCode> seen = new HashSet<>();
        for (int i = 0; i < machines.size(); i++) {
            Machine machine = machines.get(i);
            if (!calendars.contains(machine.calendar())) {
                throw Refusal.unprocessable(
                        "machines[" + i + "].calendar", machine.calendar(), "a calendar", "put the calendar first");
            }
            if (!seen.add(machine.code())) {
                throw Refusal.unprocessable(
                        "machines[" + i + "].code", machine.code().value(), "each machine once", "leave one out");
            }
        }
    }

    /** Routings and plans name machines, so one that is there cannot be left out. */
    private void refuseLostMachines(WorkCentreCode centre, List<Machine> machines) {
        Map<MachineCode, Machine> named =
                machines.stream().collect(Collectors.toMap(Machine::code, Function.identity()));
        plant.machines().stream()
                .filter(machine -> machine.workCentre().equals(centre) && !named.containsKey(machine.code()))
                .findFirst()
                .ifPresent(lost -> {
                    throw Refusal.unprocessable(
                            "machines",
                            "no " + lost.code(),
                            "every machine of the work centre",
                            "name it too; machines are not removed");
                });
    }

    private Optional<WorkCentreDto> find(String code) {
        return plant.workCentres().stream()
                .filter(centre -> centre.code().value().equals(code))
                .findFirst()
                .map(centre -> view(centre, plant.machines()));
    }

    private static WorkCentreDto view(WorkCentre of, List<Machine> machines) {
        return new WorkCentreDto(
                of.code().value(),
                of.name(),
                machines.stream()
                        .filter(machine -> machine.workCentre().equals(of.code()))
                        .map(WorkCentresController::view)
                        .toList());
    }

    private static MachineDto view(Machine of) {
        return new MachineDto(of.code().value(), of.name(), of.calendar()).setupState(of.setupState());
    }

    private static Machine read(MachineDto of, WorkCentreCode centre) {
        return new Machine(new MachineCode(of.getCode()), of.getName(), centre, of.getCalendar(), of.getSetupState());
    }
}
