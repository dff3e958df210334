package org.duebook.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import org.duebook.plant.Plant;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page may use: the plant's name, today in its zone, and how values read. */
@Component
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {

    private final Plant plant;
    private final Clock clock;

    PageModel(Plant plant, Clock clock) {
        this.plant = plant;
        this.clock = clock;
    }

    @ModelAttribute("say")
    Wording wording() {
        return new Wording(plant.profile().zone());
    }

    @ModelAttribute("plantName")
    String plantName() {
        return plant.profile().name();
    }

    @ModelAttribute("today")
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.profile().zone());
    }
}
