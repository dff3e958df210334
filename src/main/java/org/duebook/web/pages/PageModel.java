package org.duebook.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.duebook.plant.Machine;
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

    @ModelAttribute("userName")
    String userName(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getRemoteUser(), "");
    }

    @ModelAttribute("may")
    May may(HttpServletRequest request) {
        boolean administrator = request.isUserInRole("ADMINISTRATOR");
        boolean planner = administrator || request.isUserInRole("PLANNER");
        return new May(
                administrator || request.isUserInRole("SALES"),
                planner,
                planner || request.isUserInRole("WAREHOUSE") || request.isUserInRole("PURCHASING"),
                planner || request.isUserInRole("SHOP_FLOOR"),
                administrator || request.isUserInRole("ANALYST"),
                administrator);
    }

    @ModelAttribute("today")
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.profile().zone());
    }

    /** Asked only by a page that offers machines to choose from. */
    @ModelAttribute("shop")
    Shop shop() {
        return new Shop(plant);
    }

    /** The machines of the plant, read when a page asks for them. */
    record Shop(Plant plant) {

        public List<Machine> machines() {
            return plant.machines();
        }
    }

    /** What the user at the page may do; it decides what is offered, the security filters decide what is done. */
    record May(boolean sell, boolean plan, boolean stock, boolean report, boolean rule, boolean administer) {}
}
