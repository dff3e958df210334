package org.duebook.policy.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.duebook.policy.RuleSetStatus.RuleFile;
import org.duebook.policy.fact.Decisions;
import org.duebook.policy.table.Row;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Compiled rules under one version; never changes. It counts who uses it: the one who published it and every decision
 * under way. When the last of them is gone its classes are given back.
 */
public final class RuleSet {

    /** Far above what a sound set fires: every row once for an order, and some for every line. */
    private static final int FIRINGS_PER_FACT = 500;

    private final String version;
    private final String currency;
    private final List<RuleFile> files;
    private final List<Stage> stages;
    private final List<Rule> rules;
    private final Map<String, Integer> positions = new HashMap<>();
    private final PlainTables plain;
    private final KieBase compiled;
    private final Runnable disposal;
    private final AtomicInteger users = new AtomicInteger(1);

    /**
     * @param rules in the order of stages, tables and rows; a row's generated rule says its place in this list
     * @param disposal gives back what compiling took
     */
    public RuleSet(
            String version,
            String currency,
            List<RuleFile> files,
            List<Stage> stages,
            List<Rule> rules,
            PlainTables plain,
            KieBase compiled,
            Runnable disposal) {
        this.version = version;
        this.currency = currency;
        this.files = List.copyOf(files);
        this.stages = List.copyOf(stages);
        this.rules = List.copyOf(rules);
        this.plain = plain;
        this.compiled = compiled;
        this.disposal = disposal;
        for (int i = 0; i < rules.size(); i++) {
            positions.put(rules.get(i).id(), i);
        }
    }

    public String version() {
        return version;
    }

    /** ISO 4217 code of the currency its amounts are in. */
    public String currency() {
        return currency;
    }

    public List<RuleFile> files() {
        return files;
    }

    public List<Stage> stages() {
        return stages;
    }

    public int size() {
        return rules.size();
    }

    /** In the order of stages, tables and rows. */
    public List<Rule> rules() {
        return rules;
    }

    /** Its values without rules. */
    public PlainTables plain() {
        return plain;
    }

    /**
     * Asks about one thing besides the acceptance of an order, such as a late line. Only rows of tables speak of those,
     * and a row says its word once: that always comes to rest.
     *
     * @return the rows that have a say by their stage's hit policy, in the order of the set
     */
    public List<Fired> about(Record fact) {
        try {
            return decide(List.of(fact));
        } catch (FiringLimitReached e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Asks every rule about these facts. The first fact is the main one: an order with its lines after it, or a late line.
     *
     * @return the rules that have a say by their stage's hit policy, in the order of the set
     * @throws FiringLimitReached when the rules do not come to rest
     */
    public List<Fired> decide(List<?> facts) throws FiringLimitReached {
        Decisions decisions = new Decisions();
        int limit = FIRINGS_PER_FACT * (facts.size() + 1);
        KieSession session = compiled.newKieSession();
        try {
            session.setGlobal("decisions", decisions);
            facts.forEach(session::insert);
            if (session.fireAllRules(limit) >= limit) {
                throw new FiringLimitReached(version, limit);
            }
        } finally {
            session.dispose();
        }
        return choose(explain(decisions, new Explainer(facts.getFirst())));
    }

    private List<Fired> explain(Decisions decisions, Explainer explainer) {
        List<Fired> all = new ArrayList<>();
        for (Decisions.RowHit hit : decisions.hits()) {
            Rule rule = rules.get(hit.row());
            Row row = rule.row().orElseThrow();
            all.add(explainer.explain(hit.row(), rule, row, hit.fact()));
        }
        for (Decisions.Said said : decisions.said()) {
            Integer position = positions.get(said.rule());
            if (position == null) {
                throw new IllegalStateException("rule '" + said.rule() + "' is not in rule set " + version);
            }
            all.add(explainer.explain(position, rules.get(position), said));
        }
        all.sort(Comparator.comparingInt(Fired::position).thenComparingInt(Fired::line));
        return all;
    }

    private List<Fired> choose(List<Fired> all) {
        List<Fired> chosen = new ArrayList<>();
        for (Stage stage : stages) {
            List<Fired> ofStage =
                    all.stream().filter(it -> it.stage() == stage.kind()).toList();
            chosen.addAll(stage.hit().choose(ofStage));
        }
        return chosen;
    }

    /** Joins the users; false when the set is already given back. */
    public boolean enter() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Leaves the users; the last one turns off the light. */
    public void leave() {
        if (users.decrementAndGet() == 0) {
            disposal.run();
        }
    }
}
