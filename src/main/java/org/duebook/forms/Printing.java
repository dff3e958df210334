package org.duebook.forms;

import java.io.ByteArrayOutputStream;
import org.duebook.documents.DocumentKind;
import org.duebook.documents.Form;
import org.duebook.documents.PdfForm;
import org.duebook.documents.WordForm;

/** Turns a form into a file. */
final class Printing {

    private Printing() {}

    /** @param name of the file, without its ending */
    static FormOutcome printed(String name, DocumentKind kind, Form form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (kind) {
            case DOCX -> WordForm.write(form, bytes);
            case PDF -> PdfForm.write(form, bytes);
            case XLSX -> throw new IllegalArgumentException(name + " is no spreadsheet");
        }
        return made(name, kind, bytes.toByteArray());
    }

    static FormOutcome made(String name, DocumentKind kind, byte[] bytes) {
        return new FormOutcome.Made(new PrintedDocument(name + "." + kind.extension(), kind, bytes));
    }
}
