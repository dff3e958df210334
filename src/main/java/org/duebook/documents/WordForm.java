package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.duebook.shared.Words;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * Writes a {@link Form} as a Word document. Whatever comes from data is text of a run; the only fields in the document are the
 * page's number and the number of pages.
 */
public final class WordForm {

    /** Twentieths of a point in a millimetre, as Word measures. */
    private static final double TWIPS = 1440 / 25.4;

    private static final int MARGIN = 12;

    private final XWPFDocument document = new XWPFDocument();
    private final Form form;
    private final WordRuns runs = new WordRuns();

    private WordForm(Form form) {
        this.form = form;
    }

    /** Writes the form to the stream and leaves the stream open. */
    public static void write(Form form, OutputStream out) {
        new WordForm(form).write(out);
    }

    private void write(OutputStream out) {
        layOutPage();
        document.getProperties().getCoreProperties().setTitle(PlainText.of(form.title()));
        runs.add(document.createParagraph(), form.title(), 17, true, WordRuns.INK);
        facts(form.facts());
        for (Form.Part part : form.parts()) {
            switch (part) {
                case Form.Part.Heading heading -> heading(heading);
                case Form.Part.Text text ->
                    runs.add(paragraph(document.createParagraph(), 140), text.text(), 10, false, WordRuns.INK);
                case Form.Part.Facts facts -> facts(facts.facts());
                case Form.Part.Grid grid -> grid(grid);
            }
        }
        signatures();
        try (document) {
            document.write(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("form '" + form.title() + "' could not be written", broken);
        }
    }

    private void layOutPage() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(form.paper().width()));
        size.setH(twips(form.paper().height()));
        size.setOrient(form.paper().isLandscape() ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(twips(MARGIN));
        margin.setRight(twips(MARGIN));
        margin.setTop(twips(MARGIN));
        margin.setBottom(twips(MARGIN + 4));
        margin.setHeader(twips(6));
        margin.setFooter(twips(8));
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        XWPFTable foot = plain(footer.createTable(1, 2));
        share(foot.getRow(0), List.of(3, 1));
        runs.add(inside(foot.getRow(0).getCell(0)), form.note(), 8, false, WordRuns.GREY);
        XWPFParagraph pages = inside(foot.getRow(0).getCell(1));
        pages.setAlignment(ParagraphAlignment.RIGHT);
        String[] words = Words.beside(Form.class, form.language())
                .say("page", "\n", "\n")
                .split("\n", -1);
        runs.add(pages, words[0], 8, false, WordRuns.GREY);
        runs.addField(pages, "PAGE");
        runs.add(pages, words[1], 8, false, WordRuns.GREY);
        runs.addField(pages, "NUMPAGES");
        runs.add(pages, words[2], 8, false, WordRuns.GREY);
    }

    private void heading(Form.Part.Heading heading) {
        XWPFParagraph paragraph = paragraph(document.createParagraph(), 60);
        paragraph.setSpacingBefore(200);
        paragraph.setKeepNext(true);
        if (heading.beginsPage()) {
            paragraph.createRun().addBreak(BreakType.PAGE);
        }
        runs.add(paragraph, heading.text(), 11, true, WordRuns.INK);
    }

    private void facts(List<Form.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        int columns = form.paper().isLandscape() ? 3 : 2;
        int lines = (facts.size() + columns - 1) / columns;
        XWPFTable table = plain(document.createTable(lines, columns));
        for (int line = 0; line < lines; line++) {
            share(table.getRow(line), Collections.nCopies(columns, 1));
        }
        for (int at = 0; at < facts.size(); at++) {
            XWPFParagraph paragraph = inside(table.getRow(at / columns).getCell(at % columns));
            runs.add(paragraph, facts.get(at).caption(), 8.5, false, WordRuns.GREY);
            runs.add(paragraph, facts.get(at).text(), 8.5, false, WordRuns.INK);
        }
        paragraph(document.createParagraph(), 0);
    }

    private void grid(Form.Part.Grid grid) {
        WordGrid.write(document.createTable(1, grid.columns().size()), grid, form, runs, width());
        paragraph(document.createParagraph(), 0);
    }

    private void signatures() {
        if (form.signatures().isEmpty()) {
            return;
        }
        XWPFTable table = plain(document.createTable(1, form.signatures().size()));
        XWPFTableRow row = table.getRow(0);
        row.setCantSplitRow(true);
        share(row, Collections.nCopies(form.signatures().size(), 1));
        for (int at = 0; at < form.signatures().size(); at++) {
            XWPFParagraph paragraph = inside(row.getCell(at));
            paragraph.setSpacingBefore(700);
            runs.add(paragraph, "_".repeat(32), 9, false, WordRuns.INK);
            runs.add(paragraph, "\n" + form.signatures().get(at), 8.5, false, WordRuns.GREY);
        }
    }

    /** Width inside the margins, in twips. */
    private int width() {
        return twips(form.paper().width() - 2 * MARGIN).intValue();
    }

    private void share(XWPFTableRow row, List<Integer> shares) {
        int total = shares.stream().mapToInt(Integer::intValue).sum();
        for (int column = 0; column < shares.size(); column++) {
            row.getCell(column).setWidth(String.valueOf(width() * shares.get(column) / total));
        }
    }

    private XWPFTable plain(XWPFTable table) {
        table.removeBorders();
        table.setWidth(width());
        return table;
    }

    private static XWPFParagraph paragraph(XWPFParagraph paragraph, int after) {
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    static XWPFParagraph inside(XWPFTableCell cell) {
        return paragraph(
                cell.getParagraphs().isEmpty()
                        ? cell.addParagraph()
                        : cell.getParagraphs().getFirst(),
                0);
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }
}
