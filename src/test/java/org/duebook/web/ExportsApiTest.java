package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class ExportsApiTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    private Api api;

    @Test
    void plantIsExportedAsAWorkbook() throws IOException {
        Api.Answer answer = api.get("planner", "/exports").is(200);

        assertThat(answer.header("Content-Type")).isEqualTo(XLSX);
        assertThat(answer.header("Content-Disposition")).contains("duebook.xlsx");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(answer.response().body()))) {
            assertThat(workbook.getSheet("items").getRow(1).getCell(0).getStringCellValue())
                    .isNotBlank();
        }
    }

    @Test
    void plantIsExportedAsCsvFilesWhereAZipIsAccepted() throws IOException {
        Api.Answer answer =
                api.get("boss", "/exports", "Accept", "application/zip").is(200);

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(names).startsWith("plant.csv").contains("items.csv", "order-lines.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "analyst"})
    void pricesAndCustomersGoToThoseWhoMayImportOnly(String user) {
        api.get(user, "/exports").is(403);
    }

    @Test
    void strangerGetsNothing() {
        api.get("", "/exports").is(401);
        api.get("", "/imports/template").is(401);
    }

    @Test
    void otherFormsAreNotAcceptable() {
        api.get("planner", "/exports", "Accept", "application/pdf").is(406);
    }

    @Test
    void templateIsForEverybody() throws IOException {
        Api.Answer answer = api.get("sales", "/imports/template").is(200);

        assertThat(answer.header("Content-Type")).isEqualTo(XLSX);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(answer.response().body()))) {
            assertThat(workbook.getSheet("orders").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("number");
        }
    }
}
