package org.duebook.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.duebook.DuebookApplication;
import org.duebook.testing.EveryWorkingDay;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a port of its own, against a real PostgreSQL that holds the small plant, one customer and one
 * user per role. All such tests share one application; each uses numbers of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DuebookApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "duebook.home.folder=target/home-of-web-tests",
            "duebook.start.demo=false",
            "duebook.web.json=64KB",
            "spring.servlet.multipart.max-file-size=128KB"
        })
@ContextConfiguration(initializers = EveryWorkingDay.class)
@Import(WebTestConfiguration.class)
@interface WebTest {}
