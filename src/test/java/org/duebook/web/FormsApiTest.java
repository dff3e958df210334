package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The printed forms over HTTP. */
@WebTest
class FormsApiTest {

    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Autowired
    private Api api;

    @ParameterizedTest
    @CsvSource({PDF + ", %PDF, pdf", XLSX + ", PK, xlsx", DOCX + ", PK, docx"})
    void balanceSheetComesInTheFormThatAcceptNames(String media, String begin, String ending) {
        Api.Answer sheet = api.get("analyst", "/balance-sheet?customer=K-2", "Accept", media)
                .is(200);

        assertThat(sheet.header("Content-Type")).isEqualTo(media);
        assertThat(sheet.header("Content-Disposition")).contains("order-balance-sheet." + ending);
        assertThat(sheet.text()).startsWith(begin);
    }

    @Test
    void languageIsTheOneNamedElseAcceptedElseTheUsersOwn() throws IOException {
        api.put("analyst", "/me/language", "{\"language\":\"zh\"}").is(200);
        String path = "/balance-sheet?customer=K-2";

        assertThat(pdf(api.get("analyst", path, "Accept", PDF))).contains("订单余额表");
        assertThat(pdf(api.get("analyst", path, "Accept", PDF, "Accept-Language", "en-GB, zh;q=0.5")))
                .contains("Order balance sheet");
        assertThat(pdf(api.get("analyst", path + "&lang=zh", "Accept", PDF, "Accept-Language", "en")))
                .contains("订单余额表");
        assertThat(pdf(api.get("analyst", path, "Accept", PDF, "Accept-Language", "fr")))
                .contains("订单余额表");
        assertThat(api.get("analyst", path + "&lang=zh", "Accept", PDF).header("Content-Language"))
                .isEqualTo("zh");
        assertThat(api.get("analyst", "/me").is(200).json().at("/language").asString())
                .isEqualTo("zh");
        api.put("analyst", "/me/language", "{\"language\":\"en\"}").is(200);
        assertThat(pdf(api.get("analyst", path, "Accept", PDF))).contains("Order balance sheet");
    }

    @Test
    void acceptedOrderIsAcknowledgedAndARejectedOneIsNot() throws IOException {
        String number = api.post("sales", "/orders", order(61))
                .is(201)
                .json()
                .at("/order/number")
                .asString();

        Api.Answer letter = api.get("sales", "/orders/" + number + "/acknowledgement?lang=en")
                .is(200);

        assertThat(letter.header("Content-Type")).isEqualTo(PDF);
        assertThat(letter.header("Content-Disposition")).contains("acknowledgement-" + number + ".pdf");
        assertThat(pdf(letter)).contains("Order acknowledgement " + number, "Nordhaven Pumps", "61 pcs");
        assertThat(api.get("sales", "/orders/" + number + "/acknowledgement", "Accept", DOCX)
                        .is(200)
                        .text())
                .startsWith("PK");
        api.post("sales", "/orders/" + number + "/cancel", "{\"reason\":\"test\"}")
                .is(200);
        api.get("sales", "/orders/" + number + "/acknowledgement").isProblem(422, "status");
        api.get("sales", "/orders/NONE/acknowledgement").isProblem(404, "number");
    }

    @Test
    void scheduleIsPrintedOncePublished() throws IOException {
        api.get("sales", "/forms/dispatch-list?day=2026-01-07&machine=NONE").isProblem(404, "machine");
        publishAPlan();

        Api.Answer week = api.get("sales", "/forms/weekly-schedule?week=2026-01-07&lang=en")
                .is(200);
        Api.Answer list = api.get("sales", "/forms/dispatch-list?day=2026-01-07&machine=LATHE-1&lang=en")
                .is(200);

        assertThat(week.header("Content-Type")).isEqualTo(PDF);
        assertThat(pdf(week)).contains("Weekly schedule", "5 Jan 2026");
        assertThat(pdf(list)).contains("Dispatch list", "LATHE-1", "Good");
        assertThat(api.get("sales", "/forms/weekly-schedule?week=2026-01-07", "Accept", XLSX)
                        .is(200)
                        .text())
                .startsWith("PK");
        assertThat(api.get("sales", "/forms/dispatch-list?day=2026-01-07", "Accept", DOCX)
                        .is(200)
                        .text())
                .startsWith("PK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/balance-sheet",
                "/forms/weekly-schedule?week=2026-01-07",
                "/forms/dispatch-list?day=2026-01-07",
                "/orders/SO-1/acknowledgement"
            })
    void formNobodyCanMakeIsNotAcceptableAndNobodyGetsOneUnknown(String path) {
        api.get("sales", path, "Accept", "image/png").isProblem(406, "Accept");
        api.get("", path, "Accept", PDF).is(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/balance-sheet?lang=fr, lang",
        "/forms/weekly-schedule, week",
        "/forms/weekly-schedule?week=soon, week",
        "/forms/dispatch-list?day=2026-02-30, day",
        "/forms/dispatch-list?day=2026-01-07&machine=*, machine"
    })
    void whatCannotBeReadIsNamed(String path, String field) {
        api.get("sales", path).isProblem(400, field);
    }

    private void publishAPlan() {
        api.post("sales", "/orders", order(62)).is(201);
        String run = api.post("planner", "/planning-runs", "{\"limitSeconds\":1}")
                .is(202)
                .json()
                .at("/id")
                .asString();
        api.get("sales", "/planning-runs/" + run + "/events", "Accept", "text/event-stream")
                .is(200);
        String schedule = api.get("sales", "/planning-runs/" + run)
                .is(200)
                .json()
                .at("/schedule")
                .asString();
        api.post("planner", "/schedules/" + schedule + "/publish", null).is(200);
    }

    private static String order(int quantity) {
        return """
                {"customer":"K-1","shipTo":"MAIN","type":"STANDARD","channel":"API","deliveryTerm":"DELIVERED",
                 "lines":[{"item":"PUMP","quantity":{"amount":%d,"unit":"pcs"},"requested":"2026-03-02",
                 "specification":{"sheet":"TS-1"},"tolerancesAccepted":true}]}""".formatted(quantity);
    }

    private static String pdf(Api.Answer answer) throws IOException {
        answer.is(200);
        try (PDDocument document = Loader.loadPDF(answer.response().body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
