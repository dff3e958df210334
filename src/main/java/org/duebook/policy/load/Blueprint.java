package org.duebook.policy.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.policy.Decision;
import org.duebook.policy.engine.HitPolicy;
import org.duebook.policy.engine.Stage;
import org.duebook.policy.engine.StageKind;
import org.duebook.policy.table.Faults;
import org.duebook.policy.table.House;
import org.duebook.policy.table.Near;
import org.duebook.policy.table.Titled;
import org.duebook.policy.table.Values;
import org.duebook.policy.table.YamlMap;

/**
 * What {@code ruleset.yml} says: currency and roles of the house, and the stages in their order with their files.
 *
 * @param parameters path of the table of promise parameters
 * @param requirements path of the table of requirement days; empty where there is none
 * @param clocks path of the table of stage clocks; empty where there is none
 * @param titles what the tables without rules are called, by path
 */
record Blueprint(
        House house,
        List<StagePlan> stages,
        String parameters,
        String requirements,
        String clocks,
        Map<String, Titled> titles) {

    static final String FILE = "ruleset.yml";

    /** A stage and the paths of its files. */
    record StagePlan(Stage stage, List<String> tables, List<String> experts) {}

    static Optional<Blueprint> read(RuleFiles files, Faults faults) {
        if (!files.has(FILE)) {
            faults.add(FILE, 0, "", "no such file", "the file that names stages and tables", "restore it");
            return Optional.empty();
        }
        int before = faults.size();
        Optional<Blueprint> read = YamlMap.read(FILE, files.bytes(FILE), faults).map(yaml -> of(yaml, files));
        return faults.size() > before ? Optional.empty() : read;
    }

    private static Blueprint of(YamlMap yaml, RuleFiles files) {
        yaml.allowOnly(
                List.of("currency", "approvers", "stages", "parameters", "requirements", "clocks", "roles", "titles"));
        String currency = yaml.text("currency");
        if (Values.currency(currency).isEmpty()) {
            yaml.fault("currency", currency, "an ISO 4217 code such as EUR", "correct the code");
        }
        List<StagePlan> stages = new ArrayList<>();
        Set<StageKind> known = EnumSet.noneOf(StageKind.class);
        for (YamlMap stage : yaml.maps("stages")) {
            stage(stage, files).ifPresent(plan -> {
                if (!known.add(plan.stage().kind())) {
                    stage.fault("stage", plan.stage().kind().label(), "each stage once", "remove one");
                }
                stages.add(plan);
            });
        }
        Arrays.stream(StageKind.values())
                .filter(kind -> !kind.mayBeMissing() && !known.contains(kind))
                .forEach(kind -> yaml.fault(
                        "stages", "no stage '" + kind.label() + "'", "all of " + StageKind.labels(), "add it"));
        String parameters = "tables/" + yaml.text("parameters");
        exists(yaml, "parameters", parameters, files);
        List<String> roles = yaml.texts("roles");
        roles.stream()
                .filter(role -> Values.code(role).isEmpty())
                .forEach(role -> yaml.fault("roles", role, "names such as REGIONAL_MANAGER", "correct the name"));
        return new Blueprint(
                new House(currency, yaml.texts("approvers"), roles),
                List.copyOf(stages),
                parameters,
                optionalTable(yaml, "requirements", files),
                optionalTable(yaml, "clocks", files),
                titles(yaml, files));
    }

    private static Map<String, Titled> titles(YamlMap yaml, RuleFiles files) {
        Map<String, Titled> titles = new HashMap<>();
        yaml.map("titles").ifPresent(all -> {
            for (String file : all.keys()) {
                exists(all, file, "tables/" + file, files);
                Titled.read(all, file).ifPresent(titled -> titles.put("tables/" + file, titled));
            }
        });
        return titles;
    }

    private static String optionalTable(YamlMap yaml, String key, RuleFiles files) {
        if (!yaml.has(key)) {
            return "";
        }
        String path = "tables/" + yaml.text(key);
        exists(yaml, key, path, files);
        return path;
    }

    private static Optional<StagePlan> stage(YamlMap yaml, RuleFiles files) {
        yaml.allowOnly(List.of("stage", "tables", "expert", "hit", "stop on"));
        String label = yaml.text("stage");
        String hit = yaml.text("hit");
        Optional<StageKind> kind = StageKind.of(label);
        Optional<HitPolicy> policy = HitPolicy.of(hit);
        if (kind.isEmpty()) {
            yaml.fault("stage", label, Near.wanted(label, StageKind.labels()), "correct the name");
        }
        if (policy.isEmpty()) {
            yaml.fault("hit", hit, Near.wanted(hit, HitPolicy.labels()), "correct the hit policy");
        }
        List<String> tables = paths(yaml, "tables", files);
        List<String> experts = paths(yaml, "expert", files);
        if (!experts.isEmpty() && kind.filter(it -> it != StageKind.VALIDATION).isPresent()) {
            yaml.fault(
                    "expert",
                    String.join(", ", experts),
                    "expert files in the stage validation only",
                    "move them there");
        }
        Optional<Decision.Outcome> stop = stopsOn(yaml);
        return kind.isEmpty() || policy.isEmpty()
                ? Optional.empty()
                : Optional.of(new StagePlan(new Stage(kind.get(), policy.get(), stop), tables, experts));
    }

    private static Optional<Decision.Outcome> stopsOn(YamlMap yaml) {
        if (!yaml.has("stop on")) {
            return Optional.empty();
        }
        String name = yaml.text("stop on");
        List<String> names =
                Arrays.stream(Decision.Outcome.values()).map(Enum::name).toList();
        if (!names.contains(name)) {
            yaml.fault("stop on", name, Near.wanted(name, names), "correct the outcome");
            return Optional.empty();
        }
        return Optional.of(Decision.Outcome.valueOf(name));
    }

    private static List<String> paths(YamlMap yaml, String key, RuleFiles files) {
        List<String> paths =
                yaml.texts(key).stream().map(name -> key + "/" + name).toList();
        paths.forEach(path -> exists(yaml, key, path, files));
        return paths;
    }

    private static void exists(YamlMap yaml, String key, String path, RuleFiles files) {
        if (!files.has(files.lying(path))) {
            String folder = path.substring(0, path.indexOf('/'));
            yaml.fault(key, path, Near.wanted(path, files.in(folder)), "correct the name, or restore the file");
        }
    }
}
