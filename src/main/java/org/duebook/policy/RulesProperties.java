package org.duebook.policy;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the rules come from.
 *
 * @param folder the analysts' folder, relative to the working directory
 * @param poll how often folder and database are looked at for changes; zero for never
 * @param publish whether a saved file takes effect by itself; with several instances one says {@code auto}
 */
@ConfigurationProperties("duebook.rules")
record RulesProperties(
        @DefaultValue("rules") Path folder,
        @DefaultValue("PT2S") Duration poll,
        @DefaultValue("auto") Publish publish) {

    enum Publish {
        AUTO,
        MANUAL
    }
}
