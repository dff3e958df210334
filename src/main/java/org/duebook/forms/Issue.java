package org.duebook.forms;

import java.time.LocalDateTime;
import java.util.List;
import org.duebook.documents.Form.Fact;
import org.duebook.shared.Actor;
import org.duebook.shared.Language;
import org.duebook.shared.Words;

/**
 * When, where and for whom a form is printed, and in which language.
 *
 * @param at in the plant's zone
 */
record Issue(String plant, LocalDateTime at, Actor by, Language language) {

    Words words() {
        return Words.beside(Issue.class, language);
    }

    Fact fact(String key, String text) {
        return new Fact(words().say("caption", words().say(key)), text);
    }

    List<Fact> facts() {
        return List.of(fact("plant", plant), fact("issued", issued()), fact("issued.by", by.name()));
    }

    String issued() {
        return language.moment(at);
    }

    /** What stands at the foot of every page. */
    String note(String title) {
        return title + " · " + plant + " · " + issued();
    }

    /** Who signs a form inside the plant. */
    List<String> signatures() {
        Words words = words();
        return List.of(words.say("prepared"), words.say("reviewed"), words.say("approved"));
    }
}
