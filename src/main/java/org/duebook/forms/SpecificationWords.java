package org.duebook.forms;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.catalog.Specification;
import org.duebook.shared.Words;

/** A specification in a sentence, without dimensions and tolerances, which have columns of their own. */
final class SpecificationWords {

    private SpecificationWords() {}

    static String of(Specification specification, Words words) {
        return Stream.of(
                        labelled(words, "sheet", specification.sheet()),
                        specification.material(),
                        specification.finish(),
                        specification.qualityStandard(),
                        labelled(words, "inspection", specification.inspectionCriteria()),
                        labelled(words, "packaging", specification.packaging()),
                        specification.specialCharacteristics(),
                        labelled(words, "application", specification.endApplication()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("; "));
    }

    private static String labelled(Words words, String label, String value) {
        return value.isBlank() ? "" : words.say("specification." + label, value);
    }
}
