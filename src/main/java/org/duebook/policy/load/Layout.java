package org.duebook.policy.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.clock.ClockTable;
import org.duebook.policy.engine.Stage;
import org.duebook.policy.promise.PromiseTable;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.House;
import org.duebook.policy.table.Parameter;
import org.duebook.policy.table.Template;
import org.duebook.policy.table.Titled;

/**
 * Which tables rule files have and what stands in them, as far as developers' files say it: it changes only with those.
 *
 * @param tables paths of the tables, in the order an order goes through them, those without rules last
 * @param stages by path of the table
 * @param templates by path of the table
 * @param parameters what a table of parameters may say, by path
 * @param requirements path of the table of requirement days; empty where there is none
 * @param titles by path of the table
 */
public record Layout(
        House house,
        List<String> tables,
        Map<String, Stage> stages,
        Map<String, Template> templates,
        Map<String, List<Parameter>> parameters,
        String requirements,
        Map<String, Titled> titles) {

    /** Nothing when {@code ruleset.yml} is faulty. */
    public static Optional<Layout> of(RuleFiles files) {
        Faults faults = new Faults();
        return Blueprint.read(files, faults).map(blueprint -> of(blueprint, files, faults));
    }

    private static Layout of(Blueprint blueprint, RuleFiles files, Faults faults) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        blueprint.stages().forEach(plan -> plan.tables().forEach(path -> stages.put(path, plan.stage())));
        Map<String, Titled> titles = new LinkedHashMap<>(blueprint.titles());
        Map<String, Template> templates = new LinkedHashMap<>();
        for (String path : files.in("templates")) {
            Template.read(path, files.bytes(path), faults).ifPresent(template -> {
                templates.put(template.table(), template);
                titles.put(template.table(), template.titled());
            });
        }
        Map<String, List<Parameter>> parameters = new LinkedHashMap<>();
        parameters.put(blueprint.parameters(), PromiseTable.WANTED);
        if (!blueprint.clocks().isEmpty()) {
            parameters.put(blueprint.clocks(), ClockTable.WANTED);
        }
        List<String> tables = new ArrayList<>(stages.keySet());
        tables.addAll(parameters.keySet());
        if (!blueprint.requirements().isEmpty()) {
            tables.add(blueprint.requirements());
        }
        return new Layout(
                blueprint.house(),
                List.copyOf(tables),
                stages,
                templates,
                parameters,
                blueprint.requirements(),
                titles);
    }

    public Titled titled(String path) {
        return titles.getOrDefault(path, new Titled(Titled.named(path), ""));
    }
}
