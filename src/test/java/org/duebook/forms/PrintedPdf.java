package org.duebook.forms;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as a reader sees it: its pages' text and its fonts; its first pages are kept as pictures to look at. */
final class PrintedPdf implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/forms");

    private final PDDocument document;

    PrintedPdf(byte[] bytes) throws IOException {
        this.document = Loader.loadPDF(bytes);
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** Text of a page, counted from 1, in the order of reading. */
    String page(int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document);
    }

    String text() throws IOException {
        return new PDFTextStripper().getText(document);
    }

    /** Fonts by name; each must be embedded in part, which its name begins with six letters and a plus for. */
    Set<String> embeddedFonts() throws IOException {
        Set<String> names = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                if (!font.isEmbedded() || !font.getName().matches("[A-Z]{6}[+].*")) {
                    throw new AssertionError(font.getName() + " is not embedded in part");
                }
                names.add(font.getName().substring(7));
            }
        }
        return names;
    }

    /** Draws the first pages as {@code target/forms/NAME-1.png} and so on. */
    void draw(String name, int pages) throws IOException {
        Files.createDirectories(PICTURES);
        PDFRenderer renderer = new PDFRenderer(document);
        for (int page = 0; page < Math.min(pages, pages()); page++) {
            BufferedImage picture = renderer.renderImageWithDPI(page, 110);
            ImageIO.write(
                    picture,
                    "png",
                    PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
        document.save(PICTURES.resolve(name + ".pdf").toFile());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
