package org.duebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class ImportsApiTest {

    private static final String BOUNDARY = "----part";
    private static final String ITEMS = "number,name,type,unit,cost,currency,lead_time_days\n";

    @Autowired
    private Api api;

    @Test
    void fileIsImportedAndReported() {
        Api.Answer answer = upload("planner", "", "items.csv", ITEMS + "IMP-1,Washer,component,pcs,0.10,EUR,5\n");

        answer.is(200);
        assertThat(answer.json().at("/kept").asBoolean()).isTrue();
        assertThat(answer.json().at("/sheets/0/sheet").asString()).isEqualTo("items");
        assertThat(answer.json().at("/sheets/0/created").asInt()).isOne();
        api.get("planner", "/items/IMP-1").is(200);
    }

    @Test
    void zipOfSheetsIsImportedTogether() throws IOException {
        byte[] zip = zip(Map.of(
                "items.csv",
                ITEMS + "IMP-2,Washer,component,pcs,0.10,EUR,5\n",
                "stock.csv",
                "item,quantity,unit\nIMP-2,40,pcs\n"));

        uploaded("boss", "", "file", "plant.zip", zip).is(200);

        assertThat(api.get("boss", "/stock/IMP-2")
                        .is(200)
                        .json()
                        .at("/onHand/amount")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void oneFaultRefusesAllAndEveryFaultIsNamed() {
        Api.Answer answer = upload(
                "planner",
                "?mode=all-or-nothing",
                "items.csv",
                ITEMS
                        + "IMP-3,Washer,component,pcs,0.10,EUR,5\nIMP-4,Washer,component,pcs,ten,EUR,5\nimp,x,odd,pcs,1,EUR,5\n");

        answer.isProblem(422, "items!3.cost");
        assertThat(answer.found()).isEqualTo("ten");
        assertThat(answer.json().at("/errors/1/field").asString()).isEqualTo("items!4.number");
        api.get("planner", "/items/IMP-3").is(404);
    }

    @Test
    void rowByRowKeepsTheGoodRows() {
        Api.Answer answer = upload(
                "planner",
                "?mode=row-by-row",
                "items.csv",
                ITEMS + "IMP-5,Washer,component,pcs,0.10,EUR,5\nIMP-6,Washer,component,pcs,ten,EUR,5\n");

        answer.is(200);
        assertThat(answer.json().at("/faults/0/field").asString()).isEqualTo("items!3.cost");
        assertThat(answer.json().at("/sheets/0/refused").asInt()).isOne();
        api.get("planner", "/items/IMP-5").is(200);
        api.get("planner", "/items/IMP-6").is(404);
    }

    @Test
    void previewReportsFaultsAndKeepsNothing() {
        Api.Answer answer = upload(
                "planner",
                "?preview=true",
                "items.csv",
                ITEMS + "IMP-7,Washer,component,pcs,0.10,EUR,5\nIMP-8,Washer,component,pcs,ten,EUR,5\n");

        answer.is(200);
        assertThat(answer.json().at("/kept").asBoolean()).isFalse();
        assertThat(answer.json().at("/faults")).hasSize(1);
        api.get("planner", "/items/IMP-7").is(404);
    }

    @Test
    void sameKeyAndFileIsImportedOnce() {
        String file = ITEMS + "IMP-9,Washer,component,pcs,0.10,EUR,5\n";

        Api.Answer first = upload("planner", "", "items.csv", file, "Idempotency-Key", "import-9");
        Api.Answer again = upload("planner", "", "items.csv", file, "Idempotency-Key", "import-9");
        Api.Answer other = upload("planner", "", "items.csv", file + "\n", "Idempotency-Key", "import-9");

        first.is(200);
        again.is(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        other.isProblem(422, "Idempotency-Key");
    }

    @Test
    void refusedFileUnderAKeyMayBeSentAgainCorrected() {
        upload("planner", "", "items.csv", ITEMS + "IMP-10,W,component,pcs,ten,EUR,5\n", "Idempotency-Key", "import-10")
                .isProblem(422, "items!2.cost");

        upload("planner", "", "items.csv", ITEMS + "IMP-10,W,component,pcs,10,EUR,5\n", "Idempotency-Key", "import-10")
                .is(200);

        api.get("planner", "/items/IMP-10").is(200);
    }

    @Test
    void rowByRowUnderAKeyKeepsTheGoodRowsAndItsAnswer() {
        String file = ITEMS + "IMP-11,Washer,component,pcs,0.10,EUR,5\nIMP-12,Washer,component,pcs,ten,EUR,5\n";

        upload("planner", "?mode=row-by-row", "items.csv", file, "Idempotency-Key", "import-11")
                .is(200);

        api.get("planner", "/items/IMP-11").is(200);
        assertThat(upload("planner", "?mode=row-by-row", "items.csv", file, "Idempotency-Key", "import-11")
                        .is(200)
                        .header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void modeThatDoesNotExistIsNamed() {
        upload("planner", "?mode=sometimes", "items.csv", ITEMS).isProblem(400, "mode");
    }

    @Test
    void dayThatIsNoneIsNamed() {
        upload("planner", "?shift-to=tomorrow", "items.csv", ITEMS).isProblem(400, "shift-to");
        upload("planner", "?shift-to=9999-01-01", "plant.csv", "name,zone,currency,reference_monday\n")
                .isProblem(422, "shift-to");
    }

    @Test
    void previewThatIsNeitherTrueNorFalseIsNamed() {
        upload("planner", "?preview=maybe", "items.csv", ITEMS).isProblem(400, "preview");
    }

    @Test
    void missingPartIsNamed() {
        uploaded("planner", "", "other", "items.csv", bytes(ITEMS)).isProblem(400, "file");
    }

    @Test
    void jsonWhereAFileIsWantedIsTheWrongMediaType() {
        api.post("planner", "/imports", "{}").isProblem(415, "Content-Type");
    }

    @Test
    void uploadThatIsTooLargeIsRefused() {
        upload("planner", "", "items.csv", ITEMS + "x".repeat(3_000_000)).isProblem(413, "body");
    }

    @Test
    void fileOfAnotherKindIsRefused() {
        upload("planner", "", "items.exe", "MZ").isProblem(422, "items.exe");
        upload("planner", "", "", "x").isProblem(422, "file");
    }

    @Test
    void brokenFilesAreProblemsThatNameThem() {
        upload("planner", "", "plant.xlsx", "no workbook").isProblem(422, "plant.xlsx");
        upload("planner", "", "plant.zip", "no zip").isProblem(422, "plant.zip");
        upload("planner", "?mode=row-by-row", "items.csv", "numbr,name\n").isProblem(422, "items!1.numbr");
        upload("planner", "", "../../etc/items.csv", ITEMS + "\0,\0\n").isProblem(422, "items!2.number");
    }

    @Test
    void wrongEncodingsAndTooManyColumnsAreToldAtTheirPlace() {
        String umlaut = ITEMS + "IMP-20,Bolt,component,pcs,0.10,EUR,5\nIMP-21,H\u00fclse,component,pcs,0.10,EUR,5\n";

        refused("items.csv", umlaut.getBytes(StandardCharsets.ISO_8859_1), "items!3", "not UTF-8");
        refused("items.csv", umlaut.getBytes(StandardCharsets.UTF_16), "items!1", "UTF-16");
        refused("items.csv", umlaut.getBytes(StandardCharsets.UTF_16LE), "items!1", "UTF-16");
        refused(
                "items.csv",
                umlaut.replace("H\u00fclse", "\u5957\u7b52").getBytes(Charset.forName("GBK")),
                "items!3",
                "not UTF-8");
        refused("items.csv", bytes("a,".repeat(199) + "a\n"), "items!1", "200 columns");
    }

    @Test
    void bombIsRefusedBeforeItIsRead() throws IOException {
        refused("plant.zip", zip(Map.of("items.csv", "x".repeat(20_000_000))), "plant.zip", "more than is read");
        refused(
                "plant.xlsx",
                zip(Map.of("xl/worksheets/sheet1.xml", "x".repeat(20_000_000))),
                "plant.xlsx",
                "more than");
    }

    private void refused(String file, byte[] content, String field, String found) {
        Api.Answer answer = uploaded("planner", "", "file", file, content);
        answer.isProblem(422, field);
        assertThat(answer.found()).contains(found);
        api.get("planner", "/items/IMP-20").is(404);
    }

    @Test
    void onlyPlannersAndAdministratorsImport() {
        upload("sales", "", "items.csv", ITEMS).isProblem(403, "role");
        upload("analyst", "", "items.csv", ITEMS).isProblem(403, "role");
    }

    private Api.Answer upload(String user, String query, String file, String content, String... headers) {
        return uploaded(user, query, "file", file, bytes(content), headers);
    }

    private Api.Answer uploaded(
            String user, String query, String part, String file, byte[] content, String... headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(bytes("\r\n--" + BOUNDARY + "--\r\n"));
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(
                "Authorization",
                Api.basic(user, WebTestConfiguration.PASSWORD),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY));
        return api.upload("/imports" + query, body.toByteArray(), all.toArray(String[]::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(bytes(file.getValue()));
            }
        }
        return bytes.toByteArray();
    }
}
