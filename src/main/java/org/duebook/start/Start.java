package org.duebook.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.customers.Customers;
import org.duebook.documents.DocumentKind;
import org.duebook.forms.FormOutcome;
import org.duebook.forms.Forms;
import org.duebook.home.Home;
import org.duebook.imports.ImportOptions;
import org.duebook.imports.ImportReport;
import org.duebook.imports.Imports;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.Orders;
import org.duebook.people.People;
import org.duebook.planning.Planning;
import org.duebook.planning.PlanningRun;
import org.duebook.planning.RunStatus;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Runs once the pages answer. */
@Component
@EnableConfigurationProperties(StartProperties.class)
class Start implements ApplicationRunner {

    static final String SHEET = "order-balance-sheet.xlsx";
    private static final Logger log = LoggerFactory.getLogger(Start.class);

    private final StartProperties properties;
    private final Home home;
    private final People people;
    private final Customers customers;
    private final Plant plant;
    private final Orders orders;
    private final Imports imports;
    private final Planning planning;
    private final FirstPlan firstPlan;
    private final Forms forms;
    private final Summary summary;
    private final Environment environment;
    private final Clock clock;

    Start(
            StartProperties properties,
            Home home,
            People people,
            Customers customers,
            Plant plant,
            Orders orders,
            Imports imports,
            Planning planning,
            FirstPlan firstPlan,
            Forms forms,
            Summary summary,
            Environment environment,
            Clock clock) {
        this.properties = properties;
        this.home = home;
        this.people = people;
        this.customers = customers;
        this.plant = plant;
        this.orders = orders;
        this.imports = imports;
        this.planning = planning;
        this.firstPlan = firstPlan;
        this.forms = forms;
        this.summary = summary;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        Optional<String> made = people.ensureAdministrator(Optional.ofNullable(properties.adminPassword()));
        importDemo();
        planWhenNothingIsPlanned();
        Path sheet = writeSheet();
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        // On standard output, so that it is seen whatever the log is set to.
        System.out.println(summary.text(address, sheet, login(made)));
    }

    private String login(Optional<String> made) {
        String user = "user " + People.ADMINISTRATOR + ", password ";
        return made.map(password -> user + password + " (made now, shown only this once)")
                .orElseGet(() -> user
                        + (properties.adminPassword() == null
                                ? "as it was shown at the first start"
                                : "as DUEBOOK_ADMIN_PASSWORD says"));
    }

    private void importDemo() throws IOException {
        if (!properties.demo() || !customers.list(null, 1).isEmpty() || !Files.isDirectory(properties.demoFolder())) {
            return;
        }
        log.info("This home is empty: importing the demo plant from {}", properties.demoFolder());
        // At the weekend the demo begins with the coming Monday.
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), plant.profile().zone()).plusDays(2);
        ImportReport report = imports.run(
                properties.demoFolder(), ImportOptions.allOrNothing().shiftedTo(today), Actor.SYSTEM);
        if (!report.faults().isEmpty()) {
            report.faults().stream().limit(20).forEach(fault -> log.error("{}", fault));
            throw new IllegalStateException("The demo plant in " + properties.demoFolder() + " has "
                    + report.faults().size() + " faults; nothing was imported. Start with duebook.start.demo=false"
                    + " to go on without it.");
        }
    }

    private void planWhenNothingIsPlanned() throws InterruptedException {
        if (planning.published().isPresent()
                || orders.list(OrderFilter.ALL, null, 1).isEmpty()) {
            return;
        }
        PlanningRun run = firstPlan.make(properties.firstPlan());
        if (run.status() == RunStatus.FAILED) {
            log.error("The first plan was not published: {}", run.message());
        }
    }

    /** Written beside and moved into place, so that nobody ever reads half a sheet. */
    private Path writeSheet() throws IOException {
        Path sheet = home.file(SHEET);
        Path fresh = home.file(SHEET + ".new");
        FormOutcome outcome =
                forms.balanceSheet(BalanceFilter.PENDING, DocumentKind.XLSX, Language.ENGLISH, Actor.SYSTEM);
        if (!(outcome instanceof FormOutcome.Made made)) {
            throw new IllegalStateException("the order balance sheet was not made: " + outcome);
        }
        Files.write(fresh, made.document().bytes());
        return Files.move(fresh, sheet, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
