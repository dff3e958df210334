package org.duebook.planning;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of planning.
 *
 * @param settings folder with the solver's XML and the weights a planner may change, read anew for every run
 * @param seed seed of the search
 */
@ConfigurationProperties("duebook.planning")
record PlanningProperties(
        @DefaultValue("solver-config") Path settings,
        @DefaultValue("1") long seed) {}
