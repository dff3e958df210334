package org.duebook.web.pages;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duebook.documents.DocumentKind;
import org.duebook.forms.FormOutcome;
import org.duebook.people.People;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Language;
import org.duebook.web.Handout;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Gives a page's user a form as a file, in the language of his setting; what stands in the way, as a plain sentence. */
@Component
class FormDownload {

    private final People people;

    FormDownload(People people) {
        this.people = people;
    }

    /** What makes the form once it is known as what, in which language and for whom. */
    interface Printing {
        FormOutcome print(DocumentKind kind, Language language, Actor by);
    }

    ResponseEntity<Object> of(Entry entry, String ending, Printing printing, Principal who) {
        if (!entry.faults().isEmpty()) {
            return plain(HttpStatus.BAD_REQUEST, entry.faults());
        }
        Language language = people.languageOf(who.getName());
        DocumentKind kind = DocumentKind.valueOf(ending.toUpperCase(Locale.ROOT));
        FormOutcome outcome = printing.print(kind, language, new Actor(who.getName()));
        return switch (outcome) {
            case FormOutcome.Made made -> Handout.of(made, language);
            case FormOutcome.Refused refused -> plain(HttpStatus.UNPROCESSABLE_CONTENT, List.of(refused.fault()));
            case FormOutcome.Unknown unknown -> plain(HttpStatus.NOT_FOUND, List.of(unknown.fault()));
        };
    }

    private static ResponseEntity<Object> plain(HttpStatus status, List<Fault> faults) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(faults.stream()
                        .map(fault -> fault.field() + ": found " + fault.found() + ", wanted " + fault.wanted() + "; "
                                + fault.cure() + ".")
                        .collect(Collectors.joining("\n")));
    }
}
