package org.duebook.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallPlantsTest {

    @Test
    void plansOfTwoHundredSmallPlantsCanBeCarriedOut() {
        assertThat(SmallPlants.faults(1, 201)).isEmpty();
    }
}
