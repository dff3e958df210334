package org.duebook.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.desk.RulesDesk;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.order.OrderJudge;

/** Judges kept judgements anew; each version is made once. */
final class Replaying {

    private final RulesDesk desk;

    Replaying(RulesDesk desk) {
        this.desk = desk;
    }

    List<Replay> replay(List<Judgement> judgements) {
        Map<String, List<Judgement>> byVersion = new LinkedHashMap<>();
        judgements.forEach(each -> byVersion
                .computeIfAbsent(each.verdict().ruleSet(), version -> new ArrayList<>())
                .add(each));
        Map<Judgement, Replay> replays = new LinkedHashMap<>();
        byVersion.forEach((version, some) -> again(version, some).forEach(each -> replays.put(each.judgement(), each)));
        return judgements.stream()
                .map(each -> replays.getOrDefault(each, new Replay(each, Optional.empty())))
                .toList();
    }

    private List<Replay> again(String version, List<Judgement> judgements) {
        return desk.with(version, rules -> again(rules, judgements)).orElse(List.of());
    }

    private static List<Replay> again(RuleSet rules, List<Judgement> judgements) {
        OrderJudge judge = new OrderJudge(rules);
        return judgements.stream()
                .map(each -> new Replay(each, Optional.of(judge.judge(each.facts()))))
                .toList();
    }
}
