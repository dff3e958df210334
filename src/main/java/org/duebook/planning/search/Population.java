package org.duebook.planning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Good plans that differ, to go on from. */
final class Population {
    /** Two plans of equal cost are one when fewer than this share of their operations stand differently. */
    private static final double ALIKE = 0.05;

    /** Nothing better for so many plans per place. */
    private static final int STALE = 4;

    private final int size;
    private final int alike;
    private int sinceBetter;
    private final List<Plan> plans = new ArrayList<>();

    Population(int size, int operations) {
        this.size = size;
        alike = (int) (ALIKE * operations);
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return plans.size() >= size;
    }

    Plan any(RandomGenerator random) {
        return plans.get(random.nextInt(plans.size()));
    }

    Plan other(Plan than, RandomGenerator random) {
        int at = random.nextInt(plans.size() - 1);
        return plans.get(plans.get(at) == than ? plans.size() - 1 : at);
    }

    /**
     * Takes a plan in, for one that is like it or for the worst; not when it is worse than those. When nothing better came
     * for long, all are forgotten: they have become too much alike.
     */
    void add(Plan plan) {
        if (plan.cost().broken() > 0) {
            return;
        }
        if (isFull() && size > 1 && ++sinceBetter > STALE * size) {
            plans.clear();
            sinceBetter = 0;
        }
        Plan like = like(plan);
        if (like != null) {
            replace(like, plan);
        } else if (plans.size() < size) {
            plans.add(plan);
        } else {
            replace(worst(), plan);
        }
    }

    private void replace(Plan old, Plan plan) {
        if (plan.cost().compareTo(old.cost()) < 0) {
            sinceBetter = 0;
        }
        if (plan.cost().compareTo(old.cost()) <= 0) {
            plans.set(plans.indexOf(old), plan);
        }
    }

    private @Nullable Plan like(Plan plan) {
        for (Plan each : plans) {
            if (each.distance(plan) <= alike) {
                return each;
            }
        }
        return null;
    }

    private Plan worst() {
        Plan worst = plans.getFirst();
        for (Plan each : plans) {
            worst = each.cost().compareTo(worst.cost()) >= 0 ? each : worst;
        }
        return worst;
    }
}
