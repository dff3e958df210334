package org.duebook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether rules that are loaded again and again are given back: 500 times, compared with what was there after the 50th. */
@Tag("rules")
class RuleReloadsBenchmark {

    private static final int RELOADS = 500;
    private static final int SETTLED = 50;

    /** One set of 40 rules, 865 classes, which is now and then still held when the next is loaded, and what the machine makes. */
    private static final long ONE_SET_CLASSES = 1_100;

    private static final long ONE_SET_KB = 10_240;

    private static final Duration COMPILING = Duration.ofMillis(200);

    @Test
    void reloadsLeaveNothingBehind() {
        RuleFiles files = ManyRules.forty().files();
        long classes = 0;
        long metaspace = 0;
        for (int reload = 1; reload <= RELOADS; reload++) {
            RuleSetLoader.load(files).ruleSet().orElseThrow().leave();
            if (reload % SETTLED == 0) {
                long loaded = loadedWhenSettled();
                long used = metaspaceKb();
                RuleResults.space("after " + reload + " reloads", loaded, used);
                if (reload == SETTLED) {
                    classes = loaded;
                    metaspace = used;
                }
                assertThat(loaded).isLessThan(classes + ONE_SET_CLASSES);
                assertThat(used).isLessThan(metaspace + ONE_SET_KB);
            }
        }
    }

    /** What is being compiled when memory is collected keeps its classes until it is done: collects until none go any more. */
    private static long loadedWhenSettled() {
        long before;
        long loaded = Long.MAX_VALUE;
        int same = 0;
        do {
            LockSupport.parkNanos(COMPILING.toNanos());
            System.gc();
            before = loaded;
            loaded = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            same = loaded < before ? 0 : same + 1;
        } while (same < 3);
        return loaded;
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
