package org.duebook.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duebook.plant.Changeover;
import org.duebook.plant.Plant;
import org.duebook.shared.WorkCentreCode;
import org.duebook.web.api.ChangeoversApi;
import org.duebook.web.api.model.ChangeoverMatrixDto;
import org.duebook.web.api.model.ChangeoverPageDto;
import org.duebook.web.api.model.ChangeoverRowDto;
import org.duebook.web.problems.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeoversController implements ChangeoversApi {

    private final Plant plant;
    private final ConditionalPut puts;

    ChangeoversController(Plant plant, ConditionalPut puts) {
        this.plant = plant;
        this.puts = puts;
    }

    @Override
    public ResponseEntity<ChangeoverPageDto> listAllChangeovers() {
        return ResponseEntity.ok(
                new ChangeoverPageDto(Values.each(plant.workCentres(), centre -> view(centre.code()))));
    }

    @Override
    public ResponseEntity<ChangeoverMatrixDto> getChangeovers(String code) {
        return puts.read(view(known(code)));
    }

    @Override
    public ResponseEntity<ChangeoverMatrixDto> putChangeovers(
            String code, ChangeoverMatrixDto body, @Nullable String ifMatch) {
        Numbers.same("workCentre", body.getWorkCentre(), code);
        WorkCentreCode centre = known(code);
        List<Changeover> matrix = read(centre, body.getRows());
        return puts.put(
                "changeovers/" + code,
                plant.changeovers(centre).isEmpty() && ifMatch == null ? "*" : ifMatch,
                () -> Optional.of(view(centre)),
                () -> plant.putChangeovers(centre, matrix));
    }

    private WorkCentreCode known(String code) {
        WorkCentreCode wanted = new WorkCentreCode(code);
        if (plant.workCentres().stream().noneMatch(centre -> centre.code().equals(wanted))) {
            throw Refusal.unknown("code", code, "a work centre");
        }
        return wanted;
    }

    private ChangeoverMatrixDto view(WorkCentreCode centre) {
        return new ChangeoverMatrixDto(
                centre.value(),
                Values.each(
                        plant.changeovers(centre),
                        row -> new ChangeoverRowDto(
                                row.from(), row.to(), row.time().toString())));
    }

    private static List<Changeover> read(WorkCentreCode centre, List<ChangeoverRowDto> rows) {
        Set<List<String>> seen = new HashSet<>();
        List<Changeover> matrix = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ChangeoverRowDto row = rows.get(i);
            if (!seen.add(List.of(row.getFrom(), row.getTo()))) {
                throw Refusal.unprocessable(
                        "rows[" + i + "]",
                        row.getFrom() + " to " + row.getTo(),
                        "each pair of states once",
                        "leave one row out");
            }
            matrix.add(new Changeover(
                    centre, row.getFrom(), row.getTo(), Values.duration("rows[" + i + "].time", row.getTime())));
        }
        return matrix;
    }
}
