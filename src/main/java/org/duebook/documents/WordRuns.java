package org.duebook.documents;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/** Runs of text, each naming a font for Latin and one for Chinese letters. */
final class WordRuns {

    static final String INK = "111111";
    static final String GREY = "555555";

    private static final String LATIN = "Arial";
    private static final String CHINESE = "Microsoft YaHei";

    void add(XWPFParagraph paragraph, String text, double points, boolean bold, String colour) {
        XWPFRun run = run(paragraph, points, bold, colour);
        String[] lines = PlainText.of(text).split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) {
                run.addBreak();
            }
            run.setText(lines[line], line);
        }
    }

    /** A field whose instruction is ours, never data. */
    void addField(XWPFParagraph paragraph, String instruction) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        var run = field.addNewR();
        style(run.addNewRPr(), 8, false, GREY);
        run.addNewT().setStringValue("1");
    }

    private XWPFRun run(XWPFParagraph paragraph, double points, boolean bold, String colour) {
        XWPFRun run = paragraph.createRun();
        style(run.getCTR().addNewRPr(), points, bold, colour);
        return run;
    }

    private static void style(CTRPr style, double points, boolean bold, String colour) {
        CTFonts fonts = style.addNewRFonts();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setCs(LATIN);
        fonts.setEastAsia(CHINESE);
        if (bold) {
            style.addNewB();
        }
        style.addNewColor().setVal(colour);
        style.addNewSz().setVal(Math.round(points * 2));
    }
}
