package org.duebook.web;

import java.time.LocalDate;
import org.duebook.documents.DocumentKind;
import org.duebook.forms.Forms;
import org.duebook.shared.Language;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderNumber;
import org.duebook.web.api.FormsApi;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FormsController implements FormsApi {

    private final Forms forms;
    private final AcceptedForm accepted;
    private final FormLanguage language;
    private final SignedIn signedIn;

    FormsController(Forms forms, AcceptedForm accepted, FormLanguage language, SignedIn signedIn) {
        this.forms = forms;
        this.accepted = accepted;
        this.language = language;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<Resource> getWeeklySchedule(LocalDate week, @Nullable String lang) {
        Language chosen = language.of(lang);
        DocumentKind kind = accepted.of(DocumentKind.PDF, DocumentKind.XLSX);
        return Handout.file(forms.weeklySchedule(week, kind, chosen, signedIn.actor()), chosen);
    }

    @Override
    public ResponseEntity<Resource> getDispatchList(LocalDate day, @Nullable String machine, @Nullable String lang) {
        Language chosen = language.of(lang);
        DocumentKind kind = accepted.of(DocumentKind.PDF, DocumentKind.DOCX);
        MachineCode code = machine == null ? null : new MachineCode(machine);
        return Handout.file(forms.dispatchList(day, code, kind, chosen, signedIn.actor()), chosen);
    }

    @Override
    public ResponseEntity<Resource> getAcknowledgement(String number, @Nullable String lang) {
        Language chosen = language.of(lang);
        DocumentKind kind = accepted.of(DocumentKind.PDF, DocumentKind.DOCX);
        return Handout.file(forms.acknowledgement(new OrderNumber(number), kind, chosen, signedIn.actor()), chosen);
    }
}
