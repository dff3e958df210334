package org.duebook.web;

import java.util.List;
import org.duebook.forms.FormOutcome;
import org.duebook.forms.PrintedDocument;
import org.duebook.shared.Language;
import org.duebook.web.problems.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a printed document to the browser as a download. */
public final class Handout {

    private Handout() {}

    /** The document; a problem when it was not made. */
    public static ResponseEntity<Object> of(FormOutcome outcome, Language language) {
        return switch (outcome) {
            case FormOutcome.Made made -> of(made.document(), language);
            case FormOutcome.Refused refused -> throw Refusal.unprocessable(List.of(refused.fault()));
            case FormOutcome.Unknown unknown -> throw new Refusal(HttpStatus.NOT_FOUND, unknown.fault());
        };
    }

    private static ResponseEntity<Object> of(PrintedDocument document, Language language) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.kind().mediaType()))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name())
                                .build()
                                .toString())
                .body(document.bytes());
    }
}
