package org.duebook;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "org.duebook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule timefoldStaysInPlanning = only("ai.timefold..", "org.duebook.planning..");

    @ArchTest
    static final ArchRule timelineKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("org.duebook.planning.timeline..")
            .should()
            .dependOnClassesThat(
                    not(resideInAnyPackage("java..", "org.jspecify..", "org.duebook.planning.timeline..")));

    @ArchTest
    static final ArchRule checkerSharesNothingWithTheTimeline = noClasses()
            .that()
            .resideInAPackage("org.duebook.planning.checker..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", "org.duebook.planning.checker..")));

    @ArchTest
    static final ArchRule droolsStaysInPolicy = noClasses()
            .that(not(resideInAnyPackage("org.duebook.policy..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."));

    @ArchTest
    static final ArchRule poiStaysInDocuments = only("org.apache.poi..", "org.duebook.documents..");

    @ArchTest
    static final ArchRule embeddedPostgresStaysInHome = only("io.zonky..", "org.duebook.home..");

    @ArchTest
    static final ArchRule webStaysInWeb = noClasses()
            .that(not(resideInAnyPackage("org.duebook.web..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "jakarta.servlet..",
                    "org.springframework.web..",
                    "org.springframework.security.web..",
                    "org.thymeleaf.."));

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheClockIsTheSystemClock = noClasses()
            .that(not(simpleNameEndingWith("ClockConfiguration")))
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule typesAreNamedForWhatTheyAre = classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
            .allowEmptyShould(false);

    private static ArchRule only(String framework, String owner) {
        return noClasses()
                .that(not(resideInAnyPackage(owner)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(framework));
    }
}
