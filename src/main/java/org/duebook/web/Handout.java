package org.duebook.web;

import java.util.List;
import org.duebook.forms.FormOutcome;
import org.duebook.forms.PrintedDocument;
import org.duebook.shared.Language;
import org.duebook.web.problems.Refusal;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
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
        PrintedDocument document = made(outcome);
        return head(document, language).body(document.bytes());
    }

    /** The same for a call that hands out nothing else. */
    static ResponseEntity<Resource> file(FormOutcome outcome, Language language) {
        PrintedDocument document = made(outcome);
        return head(document, language).body(new ByteArrayResource(document.bytes()));
    }

    private static PrintedDocument made(FormOutcome outcome) {
        return switch (outcome) {
            case FormOutcome.Made made -> made.document();
            case FormOutcome.Refused refused -> throw Refusal.unprocessable(List.of(refused.fault()));
            case FormOutcome.Unknown unknown -> throw new Refusal(HttpStatus.NOT_FOUND, unknown.fault());
        };
    }

    private static ResponseEntity.BodyBuilder head(PrintedDocument document, Language language) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.kind().mediaType()))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name())
                                .build()
                                .toString());
    }
}
