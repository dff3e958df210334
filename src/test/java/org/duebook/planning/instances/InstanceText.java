package org.duebook.planning.instances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of an instance file that say something, read number by number; every error names file and line. */
final class InstanceText {
    private final String file;
    private final List<String[]> words = new ArrayList<>();
    private final List<Integer> lineNumbers = new ArrayList<>();
    private int line = -1;
    private int word;

    InstanceText(String file, String text) {
        this.file = file;
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String stripped = lines[i].strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                words.add(stripped.split("\\s+"));
                lineNumbers.add(i + 1);
            }
        }
    }

    boolean hasLine() {
        return line + 1 < words.size();
    }

    /** Goes to the next line that says something; the one before must have been read to its end. */
    InstanceText nextLine(String wanted) {
        if (line >= 0) {
            endOfLine();
        }
        if (!hasLine()) {
            throw new IllegalArgumentException(file + ": ends where " + wanted + " should stand");
        }
        line++;
        word = 0;
        return this;
    }

    /** Goes on to the line whose first words are these and past it; what is between is not looked at. */
    void skipTo(String heading) {
        while (hasLine()) {
            line++;
            if (String.join(" ", words.get(line)).equals(heading)) {
                word = words.get(line).length;
                return;
            }
        }
        throw new IllegalArgumentException(file + ": has no line \"" + heading + "\"");
    }

    /** The next line must be this heading. */
    void heading(String wanted) {
        nextLine('"' + wanted + '"');
        word = words.get(line).length;
        if (!String.join(" ", words.get(line)).equals(wanted)) {
            throw error('"' + String.join(" ", words.get(line)) + '"', '"' + wanted + '"');
        }
    }

    /** The number behind a heading such as "Problem Size: 60"; goes past that line. */
    int numberBehind(String heading, int least) {
        String[] wanted = heading.split(" ");
        while (hasLine()) {
            line++;
            String[] found = words.get(line);
            if (found.length == wanted.length + 1 && Arrays.equals(Arrays.copyOf(found, wanted.length), wanted)) {
                word = wanted.length;
                return number(heading, least, Integer.MAX_VALUE);
            }
        }
        throw new IllegalArgumentException(file + ": has no line \"" + heading + " …\"");
    }

    boolean lineHasMore() {
        return word < words.get(line).length;
    }

    void skipRestOfLine() {
        word = words.get(line).length;
    }

    int number(String wanted, int least, int most) {
        if (!lineHasMore()) {
            throw error("nothing", wanted);
        }
        String found = words.get(line)[word++];
        try {
            int value = Integer.parseInt(found);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw error('"' + found + '"', wanted);
        }
        throw error(found, wanted + (most == Integer.MAX_VALUE ? " from " + least : " " + least + " to " + most));
    }

    void endOfLine() {
        if (lineHasMore()) {
            throw error('"' + words.get(line)[word] + '"', "the end of the line");
        }
    }

    void endOfFile() {
        endOfLine();
        if (hasLine()) {
            line++;
            word = 0;
            throw error('"' + words.get(line)[0] + '"', "the end of the file");
        }
    }

    IllegalArgumentException error(String found, String wanted) {
        return new IllegalArgumentException(
                file + ":" + lineNumbers.get(line) + ": found " + found + ", wanted " + wanted);
    }
}
