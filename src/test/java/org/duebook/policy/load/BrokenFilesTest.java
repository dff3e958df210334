package org.duebook.policy.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.policy.load.BrokenFile.broken;
import static org.duebook.policy.load.BrokenFile.change;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duebook.policy.CheckReport;
import org.duebook.policy.RuleFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken file is refused at its place; the cure is told. */
public class BrokenFilesTest {

    private static final String DEPOSIT = "tables/deposit.csv";
    private static final String CREDIT = "tables/credit.csv";
    private static final String APPROVAL = "tables/approval.csv";
    private static final String PARAMETERS = "tables/promise-parameters.csv";
    private static final String REQUIREMENTS = "tables/requirement-days.csv";
    private static final String TEMPLATE = "templates/deposit.yml";
    private static final String SCENARIO = "tests/deposit.scenario.csv";
    private static final String EXPERT = "expert/across-lines.drl";
    private static final String TOP = "ruleset.yml";

    public static Stream<BrokenFile> brokenFiles() {
        return Stream.of(
                // values
                broken(
                        "misspelt order type",
                        DEPOSIT,
                        2,
                        "order type",
                        "did you mean 'SPECIAL'",
                        change(DEPOSIT, "SPECIAL,", "SPECAIL,")),
                broken(
                        "decimal comma",
                        DEPOSIT,
                        2,
                        "deposit",
                        "with a point",
                        change(DEPOSIT, "30 %,30 %", "30 %,\"30,5 %\"")),
                broken("curly quotes", DEPOSIT, 3, "new customer", "yes or no", change(DEPOSIT, ",yes,", ",“yes”,")),
                broken(
                        "thousands separator",
                        DEPOSIT,
                        4,
                        "amount",
                        "without thousands separator",
                        change(DEPOSIT, ">= 20000 EUR", "\">= 20,000 EUR\"")),
                broken("foreign currency", DEPOSIT, 4, "amount", "in EUR", change(DEPOSIT, "20000 EUR", "20000 USD")),
                broken("no currency", DEPOSIT, 4, "amount", "in EUR", change(DEPOSIT, "20000 EUR", "20000")),
                broken(
                        "empty condition",
                        DEPOSIT,
                        2,
                        "new customer",
                        "- for any",
                        change(DEPOSIT, "SPECIAL,-,", "SPECIAL,,")),
                broken(
                        "range backwards",
                        APPROVAL,
                        6,
                        "margin",
                        "from low to high",
                        change(APPROVAL, "5..11.99 %", "11.99..5 %")),
                broken(
                        "code in a cell",
                        APPROVAL,
                        6,
                        "margin",
                        "a share",
                        change(APPROVAL, "5..11.99 %", "5); System.exit(3);")),
                broken(
                        "negative per cent",
                        DEPOSIT,
                        2,
                        "deposit",
                        "0 or more",
                        change(DEPOSIT, "30 %,30 %", "30 %,-30 %")),
                broken(
                        "unknown approver",
                        APPROVAL,
                        2,
                        "approvers",
                        "did you mean 'SALES_MANAGER'",
                        change(APPROVAL, "SALES_MANAGER then", "SALES_MANGER then")),
                broken("duration without unit", APPROVAL, 2, "deadline", "24 h", change(APPROVAL, "24 h", "24")),
                broken("unknown outcome", CREDIT, 2, "outcome", "REJECT", change(CREDIT, "REJECT", "REFUSE")),
                broken("outcome of another table", CREDIT, 2, "outcome", "one of", change(CREDIT, "REJECT", "CLARIFY")),
                broken(
                        "deposit without per cent",
                        CREDIT,
                        8,
                        "percent",
                        "needs it",
                        change(CREDIT, "DEPOSIT,50 %", "DEPOSIT,-")),
                broken(
                        "unknown fact in a message",
                        CREDIT,
                        3,
                        "message",
                        "did you mean 'order.oldestOverdueDays'",
                        change(
                                CREDIT,
                                "{order.oldestOverdueDays} days overdue,",
                                "{order.oldestOverduDays} days overdue,")),
                broken(
                        "unknown fact as field",
                        "tables/validation-lines.csv",
                        2,
                        "field",
                        "did you mean 'line.item'",
                        change("tables/validation-lines.csv", "line.item,", "line.itme,")),
                broken(
                        "empty where always given",
                        CREDIT,
                        2,
                        "oldest overdue",
                        "always given",
                        change(CREDIT, "> 90", "empty")),
                broken(
                        "bad date",
                        DEPOSIT,
                        2,
                        "valid from",
                        "2026-01-31",
                        change(DEPOSIT, "prepaid,,,", "prepaid,2026-02-30,,")),
                broken(
                        "ends before it begins",
                        DEPOSIT,
                        2,
                        "valid to",
                        "on or after",
                        change(DEPOSIT, "prepaid,,,", "prepaid,2026-02-02,2026-02-01,")),
                broken("duplicate id", DEPOSIT, 3, "id", "already", change(DEPOSIT, "DE-020", "DE-010")),
                broken(
                        "id of another table",
                        DEPOSIT,
                        2,
                        "id",
                        "tables/credit.csv",
                        change(CREDIT, "CR-010", "DE-010")),
                broken("id in lower case", DEPOSIT, 2, "id", "upper-case", change(DEPOSIT, "DE-010", "de-010")),
                // shape
                broken(
                        "unknown column",
                        DEPOSIT,
                        1,
                        "amout",
                        "did you mean 'amount'",
                        change(DEPOSIT, "amount,", "amout,")),
                broken(
                        "column twice",
                        DEPOSIT,
                        1,
                        "amount",
                        "each column once",
                        change(DEPOSIT, "deposit paid,", "amount,")),
                broken("column without a name", DEPOSIT, 1, "column 2", "a name", change(DEPOSIT, "order type", "")),
                broken(
                        "missing column",
                        DEPOSIT,
                        1,
                        "note",
                        "column 'note'",
                        files -> files.put(
                                DEPOSIT,
                                "id,order type,new customer,amount,deposit paid,deposit,message,valid from,valid to\n")),
                broken(
                        "too few cells",
                        DEPOSIT,
                        5,
                        "",
                        "10 cells",
                        files -> files.put(DEPOSIT, files.text(DEPOSIT) + "DE-090,-\n")),
                broken("open quote", DEPOSIT, 4, "", "quote", change(DEPOSIT, "DE-030,", "\"DE-030,")),
                broken("empty file", DEPOSIT, 0, "", "heading", files -> files.put(DEPOSIT, "")),
                broken(
                        "UTF-16",
                        DEPOSIT,
                        1,
                        "",
                        "UTF-8",
                        files -> files.put(DEPOSIT, files.text(DEPOSIT).getBytes(StandardCharsets.UTF_16))),
                broken(
                        "Latin-1",
                        DEPOSIT,
                        2,
                        "",
                        "UTF-8",
                        files -> files.put(
                                DEPOSIT,
                                files.text(DEPOSIT)
                                        .replace("A special", "Für special")
                                        .getBytes(StandardCharsets.ISO_8859_1))),
                broken(
                        "a spreadsheet",
                        DEPOSIT,
                        1,
                        "",
                        "UTF-8",
                        files -> files.put(DEPOSIT, new byte[] {'P', 'K', 3, 4, 0})),
                broken("a zero byte", DEPOSIT, 3, "", "UTF-8", change(DEPOSIT, "DE-020", "DE\u0000-020")),
                broken("too large", DEPOSIT, 0, "", "at most", files -> files.put(DEPOSIT, new byte[2_000_000])),
                broken("missing table", TOP, 25, "tables", "tables/deposit.csv", files -> files.remove(DEPOSIT)),
                broken(
                        "table nobody names",
                        "tables/extra.csv",
                        0,
                        "",
                        "ruleset.yml",
                        files -> files.put("tables/extra.csv", "id\n")),
                broken(
                        "path out of the folder",
                        "tables/../../x.csv",
                        0,
                        "",
                        "plain file name",
                        files -> files.put("tables/../../x.csv", "id\n")),
                // ruleset.yml and templates
                broken("missing ruleset.yml", TOP, 0, "", "names stages", files -> files.remove(TOP)),
                broken(
                        "misspelt stage",
                        TOP,
                        24,
                        "stage",
                        "did you mean 'deposit'",
                        change(TOP, "stage: deposit", "stage: depositt")),
                broken(
                        "misspelt hit policy",
                        TOP,
                        26,
                        "hit",
                        "did you mean 'highest'",
                        change(TOP, "hit: highest", "hit: higest")),
                broken(
                        "unknown currency",
                        TOP,
                        6,
                        "currency",
                        "ISO 4217",
                        change(TOP, "currency: EUR", "currency: EURO")),
                broken(
                        "tabs in YAML",
                        TEMPLATE,
                        7,
                        "position 1",
                        "YAML",
                        change(TEMPLATE, "  order type", "\torder type")),
                broken(
                        "unknown fact in a template",
                        TEMPLATE,
                        7,
                        "fact",
                        "did you mean 'order.orderType'",
                        change(TEMPLATE, "order.orderType", "order.ordrType")),
                broken(
                        "type that does not fit",
                        TEMPLATE,
                        9,
                        "type",
                        "money",
                        change(TEMPLATE, "type: money", "type: choice")),
                broken(
                        "unknown operator",
                        TEMPLATE,
                        10,
                        "operator",
                        "did you mean 'less than'",
                        change(TEMPLATE, "operator: less than", "operator: lessthan")),
                broken(
                        "YAML that builds objects",
                        TEMPLATE,
                        5,
                        "position 8",
                        "not allowed",
                        change(TEMPLATE, "about: order", "about: !!javax.script.ScriptEngineManager ordr")),
                // too much
                broken(
                        "more rows than a table may have",
                        DEPOSIT,
                        5003,
                        "",
                        "at most 5000",
                        files -> files.put(DEPOSIT, files.text(DEPOSIT) + "DE-900,-,-,-,-,-,x,,,\n".repeat(5_000))),
                broken(
                        "more columns than a table may have",
                        DEPOSIT,
                        1,
                        "",
                        "at most 100",
                        files -> files.put(DEPOSIT, "c" + String.join(",c", numbers(120)) + "\n")),
                broken(
                        "a cell as long as a letter",
                        DEPOSIT,
                        2,
                        "message",
                        "at most 500",
                        change(DEPOSIT, "A special order", "x".repeat(600))),
                broken(
                        "more files than a set may have",
                        "",
                        0,
                        "",
                        "at most 200",
                        files -> numbers(250).forEach(number -> files.put("tables/t" + number + ".csv", "id\n"))),
                broken(
                        "YAML as deep as a well",
                        TEMPLATE,
                        1,
                        "",
                        "YAML",
                        files -> files.put(TEMPLATE, "a: " + "[".repeat(200) + "]".repeat(200) + "\n")),
                broken("YAML that multiplies itself", TEMPLATE, 1, "", "aliases", files -> files.put(TEMPLATE, bomb())),
                broken(
                        "expert file as long as a book",
                        EXPERT,
                        0,
                        "",
                        "at most 100000",
                        files -> files.put(EXPERT, files.text(EXPERT) + "// and so on\n".repeat(10_000))),
                broken(
                        "columns parted by tabs",
                        DEPOSIT,
                        1,
                        "id",
                        "column 'id'",
                        files -> files.put(DEPOSIT, files.text(DEPOSIT).replace(',', '\t'))),
                broken(
                        "heading only half translated",
                        DEPOSIT,
                        1,
                        "Kunde",
                        "correct the heading",
                        change(DEPOSIT, "new customer", "Kunde")),
                broken(
                        "UTF-8 cut off in a character",
                        DEPOSIT,
                        5,
                        "",
                        "UTF-8",
                        files -> files.put(DEPOSIT, cut(files.text(DEPOSIT)))),
                broken("only a byte order mark", DEPOSIT, 0, "", "heading", files -> files.put(DEPOSIT, "\uFEFF")),
                broken(
                        "neither complete nor not",
                        "templates/credit.yml",
                        6,
                        "complete",
                        "yes or no",
                        change("templates/credit.yml", "complete: yes", "complete: maybe")),
                // parameters, scenarios, expert rules
                broken(
                        "unknown parameter",
                        PARAMETERS,
                        2,
                        "parameter",
                        "did you mean 'inspection'",
                        change(PARAMETERS, "inspection", "inspectoin")),
                broken(
                        "parameter missing",
                        PARAMETERS,
                        0,
                        "parameter",
                        "exactly one",
                        change(PARAMETERS, "PP-020,packing", "#PP-020,packing")),
                broken(
                        "share out of bounds",
                        PARAMETERS,
                        8,
                        "value",
                        "per cent from 1 to 99",
                        change(PARAMETERS, "90 %", "100 %")),
                broken(
                        "no time between breakdowns",
                        PARAMETERS,
                        12,
                        "value",
                        "at least 1 min",
                        change(PARAMETERS, "200 h", "0 h")),
                broken(
                        "declared twice",
                        PARAMETERS,
                        0,
                        "parameter",
                        "exactly one",
                        change(PARAMETERS, "PP-130,scrap", "PP-130,operations with scrap")),
                broken("parameter without unit", PARAMETERS, 3, "value", "30 min", change(PARAMETERS, "2 h", "2")),
                broken(
                        "rate below zero",
                        PARAMETERS,
                        17,
                        "value",
                        "a number of 0 or more",
                        change(PARAMETERS, "per hour,60", "per hour,-60")),
                broken(
                        "misspelt day of release",
                        PARAMETERS,
                        21,
                        "value",
                        "'every working day', or some of Monday",
                        change(PARAMETERS, "Monday|Thursday", "Monday|Thorsday")),
                broken(
                        "day of release named twice",
                        PARAMETERS,
                        21,
                        "value",
                        "joined by |",
                        change(PARAMETERS, "Monday|Thursday", "Monday|Monday")),
                broken(
                        "unknown kind of order released at once",
                        PARAMETERS,
                        22,
                        "value",
                        "'none', or some of STANDARD",
                        change(PARAMETERS, "at once,RUSH", "at once,URGENT")),
                broken(
                        "requirement of an unknown kind of order",
                        REQUIREMENTS,
                        2,
                        "order type",
                        "did you mean 'CUSTOM'",
                        change(REQUIREMENTS, "RD-010,CUSTOM", "RD-010,CUSTON")),
                broken(
                        "requirement that takes no days",
                        REQUIREMENTS,
                        3,
                        "working days",
                        "from 1 to 250",
                        change(REQUIREMENTS, "engineering,5", "engineering,0")),
                broken(
                        "requirement without words",
                        REQUIREMENTS,
                        5,
                        "specification says",
                        "- where it does not matter",
                        change(REQUIREMENTS, "first article|PPAP", "first article|")),
                broken(
                        "requirement of nothing",
                        REQUIREMENTS,
                        5,
                        "requirement",
                        "what is needed",
                        change(REQUIREMENTS, "approval of the first article", "-")),
                broken(
                        "specification neither own nor not",
                        REQUIREMENTS,
                        4,
                        "own specification",
                        "yes, no, or -",
                        change(REQUIREMENTS, "RD-030,-,yes", "RD-030,-,maybe")),
                broken(
                        "requirement twice under one id",
                        REQUIREMENTS,
                        3,
                        "id",
                        "each once",
                        change(REQUIREMENTS, "RD-020", "RD-010")),
                broken(
                        "requirement valid from no date",
                        REQUIREMENTS,
                        2,
                        "valid from",
                        "2026-01-31",
                        change(REQUIREMENTS, "engineering,2,,", "engineering,2,next week,")),
                broken(
                        "heading of requirements",
                        REQUIREMENTS,
                        1,
                        "",
                        "correct the heading",
                        change(REQUIREMENTS, "working days", "days")),
                broken(
                        "table of requirements missing",
                        TOP,
                        54,
                        "requirements",
                        "restore the file",
                        folder -> folder.remove(REQUIREMENTS)),
                broken(
                        "unknown column in a scenario",
                        SCENARIO,
                        1,
                        "order.orderTyp",
                        "did you mean 'order.orderType'",
                        change(SCENARIO, "order.orderType", "order.orderTyp")),
                broken(
                        "bad value in a scenario",
                        SCENARIO,
                        2,
                        "order.priority",
                        "whole number",
                        change(SCENARIO, ",5,1000 EUR", ",high,1000 EUR")),
                broken(
                        "unknown expectation",
                        SCENARIO,
                        3,
                        "expect",
                        "did you mean 'HELD'",
                        change(SCENARIO, "HELD", "HELT")),
                broken(
                        "unknown fact in an expert rule",
                        EXPERT,
                        7,
                        "",
                        "did you mean 'unitPrice'",
                        change(EXPERT, "item != \"\", unitPrice !=", "item != \"\", unitPrce !=")),
                broken("syntax of an expert rule", EXPERT, 11, "", "rule \"ID\" when", change(EXPERT, "then\n", "\n")));
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    /** Every line ten times the one before. */
    private static String bomb() {
        StringBuilder yaml = new StringBuilder("a: &a0 [x]\n");
        for (int level = 1; level < 9; level++) {
            String before = "*a" + (level - 1);
            yaml.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(10, before))));
        }
        return yaml.toString();
    }

    private static byte[] cut(String text) {
        byte[] whole = (text + "ü").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(whole, whole.length - 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void brokenFileIsLocated(BrokenFile broken) {
        broken.isLocated();
    }

    @Test
    void failingScenarioIsToldWithExpectedAndGot() {
        RuleFolder folder = RuleFolder.small().put("tests/one.scenario.csv", """
                        id,order.orderType,order.orderDate,order.customerKnown,order.depositPercent,expect,expect deposit
                        special,SPECIAL,2026-01-07,yes,29.99 %,HELD,25 %
                        """);

        CheckReport report = RuleSetLoader.load(folder.files()).report();

        assertThat(report.faults()).isEmpty();
        assertThat(report.failures())
                .containsExactly(new CheckReport.ScenarioFailure(
                        "tests/one.scenario.csv", 2, "special", "expect deposit", "25 %", "30 %"));
    }

    @Test
    void byteOrderMarkAndSemicolonsAreRead() {
        RuleFolder folder = RuleFolder.small();
        folder.put(
                "tables/deposit.csv",
                "\uFEFF" + folder.text("tables/deposit.csv").replace(',', ';'));

        RuleSetLoader.Loaded loaded = RuleSetLoader.load(folder.files());

        assertThat(loaded.report().faults()).isEmpty();
        loaded.ruleSet().orElseThrow().leave();
    }
}
