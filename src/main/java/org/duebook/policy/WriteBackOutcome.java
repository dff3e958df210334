package org.duebook.policy;

import java.util.List;

/** What became of a wish to have the running files in the rules folder. */
public sealed interface WriteBackOutcome {

    /**
     * The folder holds them and stands for them: what is saved there from now on is an edit of them.
     *
     * @param files paths that were written or removed; empty where it held them already
     */
    record Written(String version, List<String> files) implements WriteBackOutcome {

        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Nothing was written: the folder has edits that were not published and would be lost.
     *
     * @param files paths that were edited
     */
    record Edited(List<String> files) implements WriteBackOutcome {

        public Edited {
            files = List.copyOf(files);
        }
    }
}
