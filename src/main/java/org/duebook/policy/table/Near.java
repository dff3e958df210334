package org.duebook.policy.table;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that was probably meant. */
public final class Near {

    private Near() {}

    /** {@code one of A, B, C}, and the nearest of them when the found name is only a slip away. */
    public static String wanted(String found, Collection<String> names) {
        String list = "one of " + String.join(", ", names);
        String best = "";
        int least = Math.max(2, found.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best.isEmpty() ? list : "did you mean '" + best + "'? It is " + list;
    }

    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 10 || a.length() > 60) {
            return Integer.MAX_VALUE;
        }
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(swap, Math.min(now[j - 1], before[j]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
