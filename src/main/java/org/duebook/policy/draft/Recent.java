package org.duebook.policy.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers that never change, the most recent ones kept. Safe for many threads; two may work out the same. */
final class Recent<T> {

    private final Map<String, T> answers;

    Recent(int most) {
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    T get(String question, Function<String, T> work) {
        synchronized (answers) {
            @Nullable T known = answers.get(question);
            if (known != null) {
                return known;
            }
        }
        T answer = work.apply(question);
        synchronized (answers) {
            answers.put(question, answer);
        }
        return answer;
    }
}
