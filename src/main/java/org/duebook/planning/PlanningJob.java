package org.duebook.planning;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Planning runs are background jobs; an instance that dies leaves its run to the next. */
@Configuration(proxyBeanMethods = false)
class PlanningJob {

    static final TaskDescriptor<String> TASK = TaskDescriptor.of("planning-run", String.class);

    @Bean
    OneTimeTask<String> planningRunTask(RunAtWork work) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(1)))
                .execute((instance, context) -> work.carryOut(
                        UUID.fromString(instance.getData()),
                        () -> context.getSchedulerState().isShuttingDown()));
    }
}
