package org.duebook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether rules that are loaded again and again are given back: 500 times, compared with what was there after the 50th. */
@Tag("rules")
class RuleReloadsBenchmark {

    private static final int RELOADS = 500;
    private static final int SETTLED = 50;

    /** Classes the machine makes for itself now and then, such as accessors of reflection that became hot. */
    private static final long OWN_CLASSES = 200;

    private static final long OWN_KB = 2_048;

    @Test
    void reloadsLeaveNothingBehind() {
        RuleFiles files = ManyRules.forty().files();
        long classes = 0;
        long metaspace = 0;
        for (int reload = 1; reload <= RELOADS; reload++) {
            RuleSetLoader.load(files).ruleSet().orElseThrow().leave();
            if (reload % SETTLED == 0) {
                System.gc();
                long loaded = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
                long used = metaspaceKb();
                RuleResults.space("after " + reload + " reloads", loaded, used);
                if (reload == SETTLED) {
                    classes = loaded;
                    metaspace = used;
                }
                assertThat(loaded).isLessThan(classes + OWN_CLASSES);
                assertThat(used).isLessThan(metaspace + OWN_KB);
            }
        }
    }

    private static long metaspaceKb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .map(MemoryPoolMXBean::getUsage)
                        .findFirst()
                        .orElseThrow()
                        .getUsed()
                / 1024;
    }
}
