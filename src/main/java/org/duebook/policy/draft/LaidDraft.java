package org.duebook.policy.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.duebook.policy.DraftConflict;
import org.duebook.policy.DraftConflict.Side;
import org.duebook.policy.load.RuleFiles;

/**
 * A draft laid over another version.
 *
 * @param files those that differ from that version
 */
record LaidDraft(Map<String, byte[]> files, List<DraftConflict> conflicts) {

    static LaidDraft of(Drafts.Desk desk, RuleFiles running, Function<DraftConflict, Side> say) {
        Map<String, byte[]> files = new TreeMap<>();
        List<DraftConflict> conflicts = new ArrayList<>();
        desk.kept().map(DraftRows.Kept::files).orElse(Map.of()).forEach((path, mine) -> {
            byte[] base = desk.base().bytes(path);
            byte[] theirs = running.bytes(path);
            byte[] both = mine;
            if (!Arrays.equals(base, theirs)) {
                LayOver.Laid laid = LayOver.of(path, base, mine, theirs, say);
                conflicts.addAll(laid.conflicts());
                both = laid.bytes();
            }
            if (!Arrays.equals(both, theirs)) {
                files.put(path, both);
            }
        });
        return new LaidDraft(files, conflicts);
    }
}
