package org.duebook.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test against a real, migrated, empty PostgreSQL, with transactions, JdbcClient and Spring Data JDBC, but none of
 * Duebook's beans: name those you need in {@code @Import}. The clock is a {@link TestClock}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DatabaseTestConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
public @interface DatabaseTest {}
