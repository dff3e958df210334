package org.duebook.policy.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.duebook.policy.RuleFault;
import org.duebook.policy.RuleFolder;

/** A change that breaks a file, and where and how that is told. */
public record BrokenFile(String name, String file, int row, String column, String says, Consumer<RuleFolder> change) {

    static BrokenFile broken(
            String name, String file, int row, String column, String says, Consumer<RuleFolder> change) {
        return new BrokenFile(name, file, row, column, says, change);
    }

    static Consumer<RuleFolder> change(String path, String from, String to) {
        return folder -> folder.replace(path, from, to);
    }

    /** The shipped rules, broken. */
    public RuleFolder folder() {
        RuleFolder folder = RuleFolder.shipped();
        change.accept(folder);
        return folder;
    }

    /** Breaks the shipped rules and looks for the fault. */
    void isLocated() {
        RuleSetLoader.Loaded loaded = RuleSetLoader.load(folder().files());

        assertThat(loaded.ruleSet()).isEmpty();
        RuleFault fault = loaded.report().faults().stream()
                .filter(it -> it.file().equals(file) && it.row() == row)
                .filter(it -> column.isEmpty() || it.column().equals(column))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("not located: " + loaded.report().faults()));
        assertThat(fault.wanted() + fault.cure() + fault.found()).contains(says);
        assertThat(fault.cure()).isNotBlank();
    }

    @Override
    public String toString() {
        return name;
    }
}
