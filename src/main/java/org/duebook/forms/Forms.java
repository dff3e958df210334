package org.duebook.forms;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.documents.DocumentKind;
import org.duebook.documents.Form;
import org.duebook.documents.PdfForm;
import org.duebook.documents.TableWorkbook;
import org.duebook.documents.WordForm;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Door to the printed forms. */
@Service
public class Forms {

    /** More lines than anybody reads on paper: some eighty pages. */
    static final int LINES_ON_PAPER = 1_000;

    private final BalanceSheet balanceSheet;
    private final Plant plant;
    private final Clock clock;

    Forms(BalanceSheet balanceSheet, Plant plant, Clock clock) {
        this.balanceSheet = balanceSheet;
        this.plant = plant;
        this.clock = clock;
    }

    /** The order balance sheet; refused when it has too many lines for paper. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FormOutcome balanceSheet(BalanceFilter filter, DocumentKind kind, Language language, Actor by) {
        BalanceForm form = new BalanceForm(issue(language, by), filter);
        List<OrderBalance> rows = balanceSheet.rows(filter);
        if (kind == DocumentKind.XLSX) {
            return made("order-balance-sheet", kind, balanceWorkbook(form, rows, language));
        }
        return rows.size() > LINES_ON_PAPER
                ? new FormOutcome.Refused(tooLong(rows.size(), kind))
                : printed("order-balance-sheet", kind, form.of(rows));
    }

    private static byte[] balanceWorkbook(BalanceForm form, List<OrderBalance> rows, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BalanceColumns columns = new BalanceColumns(language);
        try (TableWorkbook workbook = new TableWorkbook(form.workbook(columns.columns()))) {
            rows.forEach(row -> workbook.add(columns.row(row)));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static Fault tooLong(int lines, DocumentKind kind) {
        return new Fault(
                "lines",
                lines + " lines",
                "at most " + LINES_ON_PAPER + " lines for " + kind,
                "narrow the filter, or take it as Excel");
    }

    private Issue issue(Language language, Actor by) {
        PlantProfile profile = plant.profile();
        return new Issue(profile.name(), LocalDateTime.ofInstant(clock.instant(), profile.zone()), by, language);
    }

    private static FormOutcome printed(String name, DocumentKind kind, Form form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (kind) {
            case DOCX -> WordForm.write(form, bytes);
            case PDF -> PdfForm.write(form, bytes);
            case XLSX -> throw new IllegalArgumentException(name + " has a spreadsheet of its own");
        }
        return made(name, kind, bytes.toByteArray());
    }

    private static FormOutcome made(String name, DocumentKind kind, byte[] bytes) {
        return new FormOutcome.Made(new PrintedDocument(name + "." + kind.extension(), kind, bytes));
    }
}
