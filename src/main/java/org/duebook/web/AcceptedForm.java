package org.duebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duebook.documents.DocumentKind;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;

/** What the caller wants a form as, by the order of Accept. */
@Component
class AcceptedForm {

    private final HttpServletRequest request;

    AcceptedForm(HttpServletRequest request) {
        this.request = request;
    }

    /** What Accept names before JSON; empty for JSON, which is also what a browser's wildcard gets. */
    Optional<DocumentKind> beforeJson() {
        for (MediaType wanted : accepted()) {
            if (wanted.includes(MediaType.APPLICATION_JSON)) {
                return Optional.empty();
            }
            Optional<DocumentKind> kind = first(wanted, DocumentKind.values());
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    /** The first that Accept names of those offered, the first offered for a wildcard. */
    DocumentKind of(DocumentKind... offered) {
        return accepted().stream()
                .flatMap(wanted -> first(wanted, offered).stream())
                .findFirst()
                .orElse(offered[0]);
    }

    private static Optional<DocumentKind> first(MediaType wanted, DocumentKind... offered) {
        return Arrays.stream(offered)
                .filter(each -> wanted.includes(MediaType.parseMediaType(each.mediaType())))
                .findFirst();
    }

    private List<MediaType> accepted() {
        try {
            return new HeaderContentNegotiationStrategy().resolveMediaTypes(new ServletWebRequest(request));
        } catch (HttpMediaTypeNotAcceptableException unreadable) {
            throw new IllegalStateException("Accept was read before", unreadable);
        }
    }
}
