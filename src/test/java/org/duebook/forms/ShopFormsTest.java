package org.duebook.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.duebook.catalog.Catalog;
import org.duebook.documents.DocumentKind;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.PlanFigures;
import org.duebook.planning.Planning;
import org.duebook.planning.Schedule;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.ShiftTime;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Language;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Machines work from 06:00 to 14:00 and from 22:00 to 06:00, Monday to Sunday. */
class ShopFormsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
    private static final MachineCode LATHE = new MachineCode("LATHE-1");
    private static final MachineCode COATER = new MachineCode("COATER");

    private final List<ScheduledOperation> operations = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Language.class)
    void weekOfThreeHundredOperationsPrintsMachineByMachineOnNumberedPages(Language language) throws IOException {
        busyWeek(300);

        try (PrintedPdf printed =
                new PrintedPdf(bytes(forms().week(MONDAY.plusDays(3), DocumentKind.PDF, issue(language))))) {
            printed.draw("weekly-schedule-" + language.code(), 2);
            boolean english = language == Language.ENGLISH;
            assertThat(printed.pages()).isGreaterThan(5);
            for (int page = 1; page < printed.pages(); page++) {
                assertThat(flat(printed.page(page)))
                        .contains(
                                english ? "Order/line" : "订单号/行号",
                                english
                                        ? "Page" + page + "of" + printed.pages()
                                        : "第" + page + "页，共" + printed.pages() + "页");
            }
            assertThat(flat(printed.text()))
                    .contains(
                            english ? "19Oct2026–25Oct2026(ISOweek43)" : "2026-10-19至2026-10-25（第43周）",
                            english ? "LATHE-1·Lathe1·workcentreTURN" : "LATHE-1·Lathe1·工作中心TURN",
                            english ? "COATER·涂装线" : "COATER·涂装线",
                            english ? "toRED," : "换为RED，",
                            english ? "Approved" : "批准");
            assertThat(printed.embeddedFonts()).contains("LiberationSans", "DroidSansFallback");
        }
    }

    @Test
    void weekAsWorkbookHasOneRowForEachOperationAndDay() throws IOException {
        add(LATHE, "2026-10-20T13:00", "2026-10-20T13:00", "2026-10-20T23:30", false);
        add(null, "2026-10-21T08:00", "2026-10-21T08:00", "2026-10-27T08:00", false);

        XSSFSheet sheet = new XSSFWorkbook(new ByteArrayInputStream(
                        bytes(forms().week(MONDAY, DocumentKind.XLSX, issue(Language.CHINESE)))))
                .getSheet("周生产计划表");

        assertThat(sheet.getRow(8).getCell(0).getStringCellValue()).isEqualTo("设备编号");
        assertThat(sheet.getRow(7).getZeroHeight()).isTrue();
        assertThat(sheet.getRow(7).getCell(4).getStringCellValue()).isEqualTo("start");
        assertThat(sheet.getRow(9).getCell(0).getStringCellValue()).isEqualTo("LATHE-1");
        assertThat(sheet.getRow(9).getCell(4).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2026, 10, 20, 13, 0));
        assertThat(sheet.getRow(9).getCell(5).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2026, 10, 20, 23, 30));
        assertThat(sheet.getRow(10).getCell(0).getStringCellValue()).isEmpty();
        assertThat(sheet.getRow(10).getCell(5).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2026, 10, 27, 8, 0));
        assertThat(sheet.getLastRowNum()).isEqualTo(10);
    }

    @Test
    void operationOverTheWeeksEndIsOnBothWeeksEachWithItsDays() throws IOException {
        add(LATHE, "2026-10-25T12:00", "2026-10-25T12:00", "2026-10-26T08:00", false);

        String first = pdf(forms().week(MONDAY, DocumentKind.PDF, issue(Language.ENGLISH)));
        String second = pdf(forms().week(MONDAY.plusWeeks(1), DocumentKind.PDF, issue(Language.ENGLISH)));

        assertThat(first).contains("Sun25Oct202612:0006:00(+1)", "goesonuntil26Oct202608:00");
        assertThat(second).contains("Mon26Oct202606:0008:00", "goesonfrom25Oct202612:00");
    }

    @Test
    void nightShiftBelongsToTheDayItStartsOnAlsoWhenTheClocksGoBack() throws IOException {
        add(LATHE, "2026-10-24T23:00", "2026-10-25T01:00", "2026-10-25T04:30", true);

        String saturday = pdf(dispatch(LocalDate.of(2026, 10, 24), LATHE));
        String sunday = pdf(dispatch(LocalDate.of(2026, 10, 25), LATHE));

        assertThat(saturday)
                .contains(
                        "Shifts:06:00–14:00,22:00–06:00(+1)",
                        "SO-1000/1",
                        "toRED,23:00–01:00(+1)",
                        "01:00(+1)",
                        "04:30(+1)",
                        "late",
                        "Ashiftthatrunsovermidnightbelongstothedayitstartson");
        assertThat(sunday).contains("Nooperationonthismachineonthisday").doesNotContain("SO-1000/1");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void dispatchListOfEveryMachineHasAPageForEachWithRoomToWrite(Language language) throws IOException {
        busyWeek(300);

        byte[] bytes = bytes(forms().dispatch(MONDAY.plusDays(1), null, DocumentKind.PDF, issue(language)));
        byte[] word = bytes(forms().dispatch(MONDAY.plusDays(1), null, DocumentKind.DOCX, issue(language)));

        try (PrintedPdf printed = new PrintedPdf(bytes)) {
            printed.draw("dispatch-list-" + language.code(), 2);
            assertThat(printed.page(1)).contains("COATER").doesNotContain("LATHE-1");
            assertThat(flat(printed.text()))
                    .contains(language == Language.ENGLISH ? "GoodScrapSigned" : "合格数报废数签名", "LATHE-1");
        }
        java.nio.file.Files.write(
                java.nio.file.Path.of("target/forms/dispatch-list-" + language.code() + ".docx"), word);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(read.getTables().stream()
                            .filter(table -> table.getRow(0).isRepeatHeader())
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void weekWithoutWorkSaysSo() throws IOException {
        assertThat(pdf(forms().week(MONDAY, DocumentKind.PDF, issue(Language.ENGLISH))))
                .contains("Nooperationonanymachineinthisweek");
    }

    @Test
    void machineNobodyHasAndPlanNobodyPublishedAreNotFound() {
        Planning unpublished = mock(Planning.class);
        when(unpublished.published()).thenReturn(Optional.empty());

        assertThat(dispatch(MONDAY, new MachineCode("NONE"))).isInstanceOf(FormOutcome.Unknown.class);
        assertThat(new ShopForms(unpublished, plant(), mock(Catalog.class))
                        .week(MONDAY, DocumentKind.PDF, issue(Language.ENGLISH)))
                .isInstanceOf(FormOutcome.Unknown.class);
    }

    private void busyWeek(int count) {
        for (int number = 0; number < count; number++) {
            LocalDateTime setup = MONDAY.atTime(6, 0).plusMinutes(number / 2 * 62L);
            add(
                    number % 2 == 0 ? LATHE : COATER,
                    setup.toString(),
                    setup.plusMinutes(number % 6 == 0 ? 20 : 0).toString(),
                    setup.plusMinutes(60).toString(),
                    number % 9 == 4);
        }
    }

    private void add(
            @org.jspecify.annotations.Nullable MachineCode machine,
            String setup,
            String start,
            String end,
            boolean late) {
        int number = operations.size();
        operations.add(new ScheduledOperation(
                new PlacedOperation(
                        new OperationId(new ProductionOrderNumber("PO-" + (500 + number)), 10),
                        machine,
                        at(setup),
                        at(start),
                        at(end),
                        "RED"),
                number % 3 == 1 ? "精车" : "Turn shaft",
                new WorkCentreCode(machine == null ? "VENDOR" : machine.equals(LATHE) ? "TURN" : "COAT"),
                new ItemNumber("SHAFT-" + number % 17),
                Quantity.of(40 + number, Unit.PIECES),
                new OrderLineId(new OrderNumber("SO-" + (1000 + number / 3)), 1 + number % 3),
                number % 13 == 0,
                late));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private FormOutcome dispatch(LocalDate day, MachineCode machine) {
        return forms().dispatch(day, machine, DocumentKind.PDF, issue(Language.ENGLISH));
    }

    private ShopForms forms() {
        PlanFigures figures = new PlanFigures(operations.size(), 0, 0, Duration.ZERO);
        Schedule schedule = new Schedule(
                new UUID(0, 1),
                at("2026-10-18T12:00"),
                at("2026-10-19T12:00"),
                at("2026-10-18T13:00"),
                figures,
                figures,
                0,
                operations,
                List.of());
        Planning planning = mock(Planning.class);
        when(planning.published()).thenReturn(Optional.of(schedule));
        Catalog catalog = mock(Catalog.class);
        when(catalog.findAll(any())).thenReturn(Map.of());
        return new ShopForms(planning, plant(), catalog);
    }

    private static Plant plant() {
        Plant plant = mock(Plant.class);
        when(plant.profile()).thenReturn(new PlantProfile("Alder", BERLIN, Currency.getInstance("EUR")));
        when(plant.machines())
                .thenReturn(List.of(
                        new Machine(COATER, "涂装线", new WorkCentreCode("COAT"), "TWO", "RED"),
                        new Machine(LATHE, "Lathe 1", new WorkCentreCode("TURN"), "TWO", "T20")));
        when(plant.shiftTimes(any(), any())).thenAnswer(call -> shifts(call.getArgument(1)));
        return plant;
    }

    private static List<ShiftTime> shifts(TimeWindow horizon) {
        List<ShiftTime> shifts = new ArrayList<>();
        LocalDate first = horizon.from().atZone(BERLIN).toLocalDate().minusDays(1);
        LocalDate last = horizon.to().atZone(BERLIN).toLocalDate();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            shifts.add(new ShiftTime(day, new TimeWindow(at(day + "T06:00"), at(day + "T14:00"))));
            shifts.add(new ShiftTime(day, new TimeWindow(at(day + "T22:00"), at(day.plusDays(1) + "T06:00"))));
        }
        return shifts.stream().filter(shift -> shift.time().overlaps(horizon)).toList();
    }

    private static Issue issue(Language language) {
        return new Issue("Alder", LocalDateTime.of(2026, 10, 18, 14, 0), new Actor("planner"), language);
    }

    private static byte[] bytes(FormOutcome outcome) {
        assertThat(outcome).isInstanceOf(FormOutcome.Made.class);
        return ((FormOutcome.Made) outcome).document().bytes();
    }

    private static String pdf(FormOutcome outcome) throws IOException {
        try (PrintedPdf printed = new PrintedPdf(bytes(outcome))) {
            return flat(printed.text());
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }
}
