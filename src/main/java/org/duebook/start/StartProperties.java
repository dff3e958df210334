package org.duebook.start;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a start does by itself.
 *
 * @param demo whether an empty home is filled with the demo plant
 * @param demoFolder where the demo plant lies, in the import format
 * @param firstPlan how long the first plan is searched for
 * @param adminPassword the administrator's password; one is made at the first start when it is missing
 */
@ConfigurationProperties("duebook.start")
record StartProperties(
        @DefaultValue("true") boolean demo,
        @DefaultValue("data") Path demoFolder,
        @DefaultValue("20s") Duration firstPlan,
        @Nullable String adminPassword) {

    StartProperties {
        // An environment variable that is not set arrives as an empty text.
        adminPassword = adminPassword == null || adminPassword.isBlank() ? null : adminPassword;
    }
}
