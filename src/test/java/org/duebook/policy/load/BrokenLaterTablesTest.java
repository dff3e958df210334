package org.duebook.policy.load;

import static org.duebook.policy.load.BrokenFile.broken;
import static org.duebook.policy.load.BrokenFile.change;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken tables of pick-ups, fines, ceilings, alerts, routes and clocks are refused at their place. */
public class BrokenLaterTablesTest {

    private static final String PICK_UP = "tables/pick-up.csv";
    private static final String FINES = "tables/fines.csv";
    private static final String CEILINGS = "tables/demand-ceilings.csv";
    private static final String ALERTS = "tables/alerts.csv";
    private static final String ROUTES = "tables/approval-routes.csv";
    private static final String CLOCKS = "tables/clock-parameters.csv";
    private static final String CLOCK_TESTS = "tests/clocks.scenario.csv";
    private static final String FINE_TESTS = "tests/fines.scenario.csv";
    private static final String TOP = "ruleset.yml";

    public static Stream<BrokenFile> brokenFiles() {
        return Stream.of(
                broken(
                        "base misspelt",
                        PICK_UP,
                        4,
                        "of",
                        "did you mean 'order amount'",
                        change(PICK_UP, "order amount", "order amuont")),
                broken(
                        "per cent of nothing",
                        PICK_UP,
                        4,
                        "of",
                        "needs it",
                        change(PICK_UP, "10 %,order amount", "10 %,-")),
                broken(
                        "fine that nobody pays",
                        PICK_UP,
                        5,
                        "payer",
                        "needs it",
                        change(PICK_UP, "200 CNY,REGIONAL_MANAGER", "200 CNY,-")),
                broken(
                        "offset neither yes nor no",
                        PICK_UP,
                        2,
                        "offset",
                        "yes or no",
                        change(PICK_UP, "0..7,-,yes", "0..7,-,later")),
                broken("days that are hours", PICK_UP, 2, "day", "whole days", change(PICK_UP, "0..7,", "0..7 h,")),
                broken("fine without currency", FINES, 2, "fine", "with its currency", change(FINES, "100 CNY", "100")),
                broken(
                        "fine in no currency",
                        FINES,
                        2,
                        "fine",
                        "with its currency",
                        change(FINES, "100 CNY", "100 RMB")),
                broken("fine below zero", FINES, 2, "fine", "0 or more", change(FINES, "100 CNY", "-100 CNY")),
                broken(
                        "fine finer than its coin",
                        FINES,
                        2,
                        "fine",
                        "with its currency",
                        change(FINES, "100 CNY", "100.005 CNY")),
                broken(
                        "role nobody has",
                        FINES,
                        2,
                        "payer",
                        "did you mean 'REGIONAL_MANAGER'",
                        change(FINES, "REGIONAL_MANAGER", "REGIONAL_MANGER")),
                broken("time with a point", FINES, 2, "time", "15:00", change(FINES, ">= 15:00", ">= 15.00")),
                broken("time past midnight", FINES, 2, "time", "a time of day", change(FINES, ">= 15:00", ">= 25:00")),
                broken(
                        "misspelt lapse",
                        FINES,
                        4,
                        "lapse",
                        "did you mean 'ORDER_NOT_IN_PRODUCTION'",
                        change(FINES, "ORDER_NOT_IN_PRODUCTION", "ORDER_NOT_IN_PRODUKTION")),
                broken(
                        "ceiling in words",
                        CEILINGS,
                        2,
                        "over the room by",
                        "a number",
                        change(CEILINGS, ">= 0", "at least none")),
                broken(
                        "misspelt scope",
                        CEILINGS,
                        3,
                        "scope",
                        "did you mean 'MODEL'",
                        change(CEILINGS, "MODEL", "MODELL")),
                broken(
                        "unknown fact in the message",
                        CEILINGS,
                        2,
                        "message",
                        "did you mean 'demand.room'",
                        change(CEILINGS, "{demand.room}", "{demand.rom}")),
                broken(
                        "misspelt stage of a clock",
                        ALERTS,
                        2,
                        "stage",
                        "did you mean",
                        change(ALERTS, "STAGE_CLOCK,-", "STAGE_CLOCK,REVEIW")),
                broken("duration without unit", ALERTS, 2, "over", "4 h", change(ALERTS, "> 4 h", "> 4")),
                broken(
                        "escalation without time",
                        ALERTS,
                        3,
                        "answer within",
                        "needs it",
                        change(ALERTS, "SALES_CLERK,1 h", "SALES_CLERK,-")),
                broken(
                        "told twice",
                        ALERTS,
                        3,
                        "then tell",
                        "each once",
                        change(ALERTS, "SALES_MANAGER then DEPUTY_GM", "DEPUTY_GM then DEPUTY_GM")),
                broken(
                        "two at once",
                        ALERTS,
                        2,
                        "tell",
                        "one of",
                        change(ALERTS, "SALES_MANAGER,2 h", "SALES_MANAGER|PLANNER,2 h")),
                broken(
                        "approver nobody knows",
                        ROUTES,
                        2,
                        "approver",
                        "did you mean 'SALES_MANAGER'",
                        change(ROUTES, "AR-010,SALES_MANAGER", "AR-010,SALES_MANAGR")),
                broken(
                        "stand-in nobody knows",
                        ROUTES,
                        2,
                        "decides",
                        "did you mean 'DEPUTY_GM'",
                        change(ROUTES, "yes,-,DEPUTY_GM", "yes,-,DEPTY_GM")),
                broken(
                        "time to decide without unit",
                        ROUTES,
                        2,
                        "within",
                        "24 h",
                        change(ROUTES, "DEPUTY_GM,24 h", "DEPUTY_GM,24")),
                broken("clock without unit", CLOCKS, 2, "value", "30 min", change(CLOCKS, "entry,1 h", "entry,1")),
                broken(
                        "hours of no calendar",
                        CLOCKS,
                        3,
                        "value",
                        "one of working, clock",
                        change(CLOCKS, "hours,working", "hours,office")),
                broken(
                        "misspelt clock",
                        CLOCKS,
                        4,
                        "parameter",
                        "did you mean 'confirmation'",
                        change(CLOCKS, "confirmation,3 h", "confirmtion,3 h")),
                broken(
                        "clock missing",
                        CLOCKS,
                        0,
                        "parameter",
                        "exactly one",
                        change(CLOCKS, "CL-030,review", "#CL-030,review")),
                broken(
                        "scenario of an unknown clock",
                        CLOCK_TESTS,
                        3,
                        "clock.clock",
                        "did you mean 'ENTRY'",
                        change(CLOCK_TESTS, ",ENTRY,", ",ENTRI,")),
                broken(
                        "scenario of no clock",
                        CLOCK_TESTS,
                        3,
                        "clock.clock",
                        "fill the cell",
                        change(CLOCK_TESTS, ",ENTRY,", ",,")),
                broken(
                        "scenario with no duration",
                        CLOCK_TESTS,
                        3,
                        "clock.elapsed",
                        "a duration",
                        change(CLOCK_TESTS, ",1 h,", ",an hour,")),
                broken(
                        "scenario with no time of day",
                        FINE_TESTS,
                        2,
                        "lapse.time",
                        "a time of day",
                        change(FINE_TESTS, ",15:00,", ",3 pm,")),
                broken(
                        "scenario on no day",
                        FINE_TESTS,
                        2,
                        "lapse.day",
                        "a date",
                        change(FINE_TESTS, "2026-01-20", "20 January")),
                broken(
                        "verdict of another kind",
                        FINE_TESTS,
                        3,
                        "expect",
                        "did you mean 'NONE'",
                        change(FINE_TESTS, "NONE", "NON")),
                broken(
                        "stage twice",
                        TOP,
                        37,
                        "stage",
                        "each stage once",
                        change(TOP, "stage: fines", "stage: pick-up")),
                broken(
                        "role that is no name",
                        TOP,
                        12,
                        "roles",
                        "names such as",
                        change(TOP, "SALES_CLERK,", "\"SALES CLERK\",")),
                broken(
                        "approver that is code",
                        ROUTES,
                        2,
                        "approver",
                        "one of",
                        folder -> folder.replace(TOP, "approvers: [", "approvers: ['X\") || eval(true) //', ")
                                .replace(ROUTES, "AR-010,SALES_MANAGER", "AR-010,\"X\"\") || eval(true) //\"")),
                broken(
                        "table of clocks missing",
                        TOP,
                        57,
                        "clocks",
                        "restore the file",
                        folder -> folder.remove(CLOCKS)),
                broken(
                        "table of a stage left out",
                        FINES,
                        0,
                        "",
                        "name it there, or remove it",
                        change(TOP, "  - stage: fines\n    tables: [fines.csv]\n    hit: first\n", "")),
                broken(
                        "result of another type",
                        "templates/pick-up.yml",
                        1,
                        "results",
                        "of type percent",
                        change(
                                "templates/pick-up.yml",
                                "name: percent, type: percent",
                                "name: percent, type: number")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void brokenFileIsLocated(BrokenFile broken) {
        broken.isLocated();
    }
}
