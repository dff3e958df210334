package org.duebook.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Writes a {@link Form} as PDF, its fonts embedded in part. Latin letters are Liberation Sans, Chinese ones Droid Sans Fallback,
 * letter by letter, so that a Chinese name prints in an English form and the other way round.
 */
public final class PdfForm {

    private static final String LATIN = "Liberation Sans";
    private static final String CHINESE = "Droid Sans Fallback";

    static {
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new ShippedFonts());
    }

    private PdfForm() {}

    /** Writes the form to the stream and leaves the stream open. */
    public static void write(Form form, OutputStream out) {
        PdfRendererBuilder renderer = new PdfRendererBuilder();
        renderer.useFastMode();
        renderer.useFont(() -> ShippedFonts.open(ShippedFonts.REGULAR), LATIN, 400, FontStyle.NORMAL, true);
        renderer.useFont(() -> ShippedFonts.open(ShippedFonts.BOLD), LATIN, 700, FontStyle.NORMAL, true);
        renderer.useFont(() -> ShippedFonts.open(ShippedFonts.CHINESE), CHINESE, 400, FontStyle.NORMAL, true);
        renderer.useUriResolver((base, uri) -> null);
        renderer.withHtmlContent(FormHtml.of(form, "'" + LATIN + "', '" + CHINESE + "'"), "");
        renderer.withProducer("Duebook");
        renderer.toStream(out);
        try {
            renderer.run();
        } catch (IOException broken) {
            throw new UncheckedIOException("form '" + form.title() + "' could not be written", broken);
        }
    }
}
