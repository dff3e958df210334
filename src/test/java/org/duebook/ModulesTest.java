package org.duebook;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modulesDependOnlyOnEarlierOnes() {
        ApplicationModules.of(DuebookApplication.class).verify();
    }
}
