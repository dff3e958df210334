package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The balance sheet downloaded, edited in a spreadsheet program and sent back. */
@WebTest
class ReturnedSheetTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String BOUNDARY = "----sheet";

    @Autowired
    private Api api;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void sheetThatNobodyEditedSaysWhatTheBooksSay(String language) throws IOException {
        enter(31);

        JsonNode returned = send("sales", false, download(language)).is(200).json();

        assertThat(returned.at("/wishes").size()).as(returned.toString()).isZero();
        assertThat(returned.at("/newOrders").size()).isZero();
        assertThat(returned.at("/unchanged").asInt()).isPositive();
    }

    @Test
    void editsBecomeProposalsAndNewRowsDraftsOnceAndAfterAPreview() throws IOException {
        String order = enter(32);
        byte[] edited = edited(download("en"), (sheet, columns) -> {
            Row row = rowOf(sheet, columns, order);
            cell(row, columns, "ordered").setCellValue(48);
            cell(row, columns, "requested").setCellValue("2026-04-02");
            cell(row, columns, "tolerances").setCellValue("=1+1 ISO 2768-f");
            Row added = sheet.createRow(sheet.getLastRowNum() + 1);
            cell(added, columns, "customer-number").setCellValue("K-1");
            cell(added, columns, "item").setCellValue("PUMP");
            cell(added, columns, "ordered").setCellValue(7);
            cell(added, columns, "unit").setCellValue("pcs");
            cell(added, columns, "requested").setCellValue("2026-05-04");
        });

        JsonNode preview = send("sales", true, edited).is(200).json();
        int before = api.get("sales", "/change-proposals?limit=500")
                .json()
                .at("/items")
                .size();
        JsonNode filed = send("sales", false, edited).is(200).json();
        JsonNode again = send("planner", false, edited).is(200).json();

        assertThat(preview.at("/filed").asBoolean()).isFalse();
        assertThat(preview.at("/wishes").size()).isEqualTo(3);
        assertThat(preview.at("/newOrders/0/lines/0/quantity/amount").asInt()).isEqualTo(7);
        assertThat(filed.at("/proposals").asInt()).isEqualTo(3);
        assertThat(filed.at("/drafts").asInt()).isEqualTo(1);
        assertThat(again.at("/proposals").asInt()).isZero();
        assertThat(again.at("/drafts").asInt()).isZero();
        assertThat(again.at("/alreadyFiled").asInt()).isEqualTo(4);
        JsonNode open =
                api.get("sales", "/change-proposals?limit=500").is(200).json().at("/items");
        assertThat(open.size()).isEqualTo(before + 3);
        assertThat(open.valueStream()
                        .filter(each -> each.at("/wish/order").asString().equals(order))
                        .map(each -> each.at("/wish/field").asString() + " "
                                + each.at("/wish/from").asString() + " > "
                                + each.at("/wish/to").asString()))
                .containsExactlyInAnyOrder(
                        "QUANTITY 32 > 48", "REQUESTED_DATE 2026-03-20 > 2026-04-02", "TOLERANCES  > =1+1 ISO 2768-f");
        assertThat(api.get("sales", "/orders/" + order)
                        .json()
                        .at("/lines/0/quantity/amount")
                        .asInt())
                .as("the books stay as they are")
                .isEqualTo(32);
        enterOnce(api.get("sales", "/draft-orders")
                .is(200)
                .json()
                .at("/items/0/id")
                .asInt());
        withdraw(open.get(0).at("/id").asInt());
    }

    private void enterOnce(int draft) {
        api.post("planner", "/draft-orders/" + draft + "/enter", null).is(403);
        JsonNode taken = api.post("sales", "/draft-orders/" + draft + "/enter", null)
                .is(201)
                .json();
        api.post("sales", "/draft-orders/" + draft + "/enter", null).isProblem(422, "id");

        assertThat(taken.at("/order/lines/0/quantity/amount").asInt()).isEqualTo(7);
        assertThat(taken.at("/order/customer").asString()).isEqualTo("K-1");
        api.post("sales", "/draft-orders/999999/enter", null).isProblem(404, "id");
        api.post("sales", "/draft-orders/999999/discard", null).isProblem(404, "id");
    }

    private void withdraw(int proposal) {
        assertThat(api.post("sales", "/change-proposals/" + proposal + "/withdraw", null)
                        .is(200)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        api.post("sales", "/change-proposals/999999/withdraw", null).isProblem(404, "id");
    }

    @Test
    void wrongCellsAreAllNamedAndNothingIsFiled() throws IOException {
        String order = enter(33);
        byte[] edited = edited(download("en"), (sheet, columns) -> {
            Row row = rowOf(sheet, columns, order);
            cell(row, columns, "ordered").setCellValue("lots");
            cell(row, columns, "item").setCellValue("SHAFT");
            cell(row, columns, "requested").setCellValue("soon");
            Row unknown = sheet.createRow(sheet.getLastRowNum() + 1);
            cell(unknown, columns, "order").setCellValue("SO-NEVER-WAS");
            cell(unknown, columns, "line").setCellValue(1);
            Row added = sheet.createRow(sheet.getLastRowNum() + 1);
            cell(added, columns, "item").setCellValue("PUMP");
        });
        int before = api.get("sales", "/change-proposals?limit=500")
                .json()
                .at("/items")
                .size();

        Api.Answer refused = send("sales", false, edited).is(422);

        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(each -> each.at("/field").asString().replaceFirst(".*[.]", "")))
                .containsExactlyInAnyOrder(
                        "customer-number", "unit", "ordered", "requested", "item", "ordered", "requested", "order");
        assertThat(api.get("sales", "/change-proposals?limit=500")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(before);
    }

    @Test
    void whatIsNotOurSheetIsRefusedWithItsReason() throws IOException {
        send("sales", false, "no workbook".getBytes(StandardCharsets.UTF_8)).is(422);
        byte[] formula = edited(
                download("en"),
                (sheet, columns) -> cell(sheet.getRow(sheet.getLastRowNum()), columns, "ordered")
                        .setCellFormula("1+1"));
        byte[] noKeys = edited(download("en"), (sheet, columns) -> {
            for (Row row : sheet) {
                if (row.getZeroHeight()) {
                    row.forEach(cell -> cell.setCellValue(""));
                }
            }
        });

        assertThat(send("sales", false, formula).is(422).text()).contains("=1+1");
        assertThat(send("sales", false, noKeys).is(422).text()).contains("hidden row above the headings");
        send("analyst", false, download("en")).is(403);
    }

    private String enter(int pumps) {
        return api.post("sales", "/orders", """
                        {"customer":"K-1","lines":[
                        {"item":"PUMP","quantity":{"amount":%d,"unit":"pcs"},"requested":"2026-03-20"}]}""".formatted(pumps))
                .is(201)
                .json()
                .at("/order/number")
                .asString();
    }

    private byte[] download(String language) {
        return api.get("sales", "/balance-sheet?lang=" + language, "Accept", XLSX)
                .is(200)
                .response()
                .body();
    }

    private static byte[] edited(byte[] workbook, BiConsumer<Sheet, Map<String, Integer>> edit) throws IOException {
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            Sheet sheet = opened.getSheetAt(0);
            Map<String, Integer> columns = new HashMap<>();
            for (Row row : sheet) {
                if (row.getZeroHeight()) {
                    row.forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
                }
            }
            edit.accept(sheet, columns);
            opened.write(saved);
            return saved.toByteArray();
        }
    }

    private static Row rowOf(Sheet sheet, Map<String, Integer> columns, String order) {
        DataFormatter shown = new DataFormatter();
        for (Row row : sheet) {
            if (shown.formatCellValue(row.getCell(Objects.requireNonNull(columns.get("order"))))
                    .equals(order)) {
                return row;
            }
        }
        throw new AssertionError(order + " is not on the sheet");
    }

    /** A new cell in its place; setting the value of one with a text in it would leave that text there. */
    private static Cell cell(Row row, Map<String, Integer> columns, String key) {
        int column = Objects.requireNonNull(columns.get(key));
        if (row.getCell(column) != null) {
            row.removeCell(row.getCell(column));
        }
        return row.createCell(column);
    }

    private Api.Answer send(String user, boolean preview, byte[] file) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet.xlsx\"\r\n"
                        + "Content-Type: " + XLSX + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.write(file);
        form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.upload(
                "/balance-sheet/returned" + (preview ? "?preview=true" : ""),
                form.toByteArray(),
                "Authorization",
                Api.basic(user, WebTestConfiguration.PASSWORD),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }
}
