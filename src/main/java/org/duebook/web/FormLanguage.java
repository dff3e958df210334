package org.duebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.duebook.people.People;
import org.duebook.shared.Language;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which language the API prints: as {@code lang} says, else as Accept-Language says, else as the user's setting says. */
@Component
class FormLanguage {

    private final People people;
    private final SignedIn signedIn;
    private final HttpServletRequest request;

    FormLanguage(People people, SignedIn signedIn, HttpServletRequest request) {
        this.people = people;
        this.signedIn = signedIn;
        this.request = request;
    }

    Language of(@Nullable String lang) {
        return lang == null
                ? accepted().orElseGet(() -> people.languageOf(signedIn.actor().name()))
                : ofCode(lang);
    }

    /** Of a code the contract has let through. */
    static Language ofCode(String code) {
        return Language.ofCode(code).orElseThrow();
    }

    private Optional<Language> accepted() {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .flatMap(code -> Language.ofCode(code).stream())
                        .findFirst();
    }
}
