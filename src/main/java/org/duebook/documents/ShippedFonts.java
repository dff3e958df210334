package org.duebook.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Answers for every font asked for with one that Duebook ships. PDFBox would look through the machine's fonts and keep a list
 * of them in the user's home; so a form prints alike on every machine, and nothing is written there.
 */
final class ShippedFonts implements FontMapper {

    static final String REGULAR = "/liberation/LiberationSans-Regular.ttf";
    static final String BOLD = "/liberation/LiberationSans-Bold.ttf";
    static final String CHINESE = "/org/duebook/documents/fonts/DroidSansFallbackFull.ttf";

    private final TrueTypeFont regular;

    ShippedFonts() {
        try (InputStream file = open(REGULAR)) {
            this.regular = new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException broken) {
            throw new UncheckedIOException("font " + REGULAR + " could not be read", broken);
        }
    }

    static InputStream open(String font) {
        return Objects.requireNonNull(ShippedFonts.class.getResourceAsStream(font), font);
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor wanted) {
        return new FontMapping<>(regular, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor wanted) {
        return new FontMapping<>(regular, false);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor wanted, @Nullable PDCIDSystemInfo characters) {
        return new CIDFontMapping(null, regular, false);
    }
}
