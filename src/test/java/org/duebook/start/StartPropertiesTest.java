package org.duebook.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class StartPropertiesTest {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Test
    void withoutAPasswordInTheEnvironmentThereIsNoneSoThatOneIsMade() {
        start.withPropertyValues("DUEBOOK_ADMIN_PASSWORD=").run(context -> {
            StartProperties properties = context.getBean(StartProperties.class);

            assertThat(properties.adminPassword()).isNull();
            assertThat(properties.demo()).isTrue();
            assertThat(properties.firstPlan()).isEqualTo(Duration.ofSeconds(20));
        });
    }

    @Test
    void passwordOfTheEnvironmentIsTheAdministrators() {
        start.withPropertyValues("DUEBOOK_ADMIN_PASSWORD=a password of one's own")
                .run(context -> assertThat(
                                context.getBean(StartProperties.class).adminPassword())
                        .isEqualTo("a password of one's own"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(StartProperties.class)
    static class Settings {}
}
