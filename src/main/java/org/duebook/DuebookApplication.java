package org.duebook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Duebook: one JVM, its own PostgreSQL unless {@code spring.datasource.url} names another. */
@SpringBootApplication
public class DuebookApplication {

    public static void main(String[] args) {
        SpringApplication.run(DuebookApplication.class, args);
    }
}
