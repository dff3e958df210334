package org.duebook.web.pages.rules;

import jakarta.servlet.http.HttpServletRequest;
import org.duebook.policy.RuleDraft;
import org.duebook.policy.RuleStudio;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the rules shows: the analyst's draft, if there is one. */
@Component
@ControllerAdvice(basePackageClasses = StudioModel.class)
class StudioModel {

    private final RuleStudio studio;

    StudioModel(RuleStudio studio) {
        this.studio = studio;
    }

    @ModelAttribute("draft")
    @Nullable
    RuleDraft draft(HttpServletRequest request) {
        String user = request.getRemoteUser();
        return user == null || !request.getMethod().equals("GET")
                ? null
                : studio.draft(new Actor(user)).orElse(null);
    }
}
