package org.duebook.planning.instances;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** How the instances of a folder are written; the folder has the family's name. */
public enum InstanceFamily {
    /** Job shop, makespan. Jobs and machines; per job: machine (from 0) and duration, in the job's order. */
    JSP("jsp"),
    /** The same with 1,000 operations and more. */
    JSP_LARGE("jsp-large"),
    /**
     * Flexible job shop, makespan. Jobs and machines; per job: number of operations, then per operation the number of
     * machines that can do it, each machine (from 1) with its duration.
     */
    FJSP("fjsp"),
    /**
     * The same, followed per machine by a square matrix over all operations: minutes to set up from the operation of the
     * row to that of the column. The setup may be done before the operation's job is there; the first operation of a
     * machine needs none.
     */
    SDST("sdst"),
    /** One machine, weighted tardiness, setups from operation to operation and before the first (written as from -1). */
    WTSDS("wtsds");

    private final String folder;

    InstanceFamily(String folder) {
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }

    public static Optional<InstanceFamily> ofFolder(String folder) {
        return Arrays.stream(values()).filter(f -> f.folder.equals(folder)).findFirst();
    }

    /** @throws IllegalArgumentException naming file and line where the file is not written as the family's are */
    public StandardInstance read(Path file) {
        try {
            return read(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The instance's name is that of the file up to its last dot. */
    public StandardInstance read(String file, String text) {
        int dot = file.lastIndexOf('.');
        String name = dot > 0 ? file.substring(0, dot) : file;
        InstanceText words = new InstanceText(file, text);
        return switch (this) {
            case JSP, JSP_LARGE -> JobShopFormat.read(name, words);
            case FJSP -> FlexibleJobShopFormat.read(name, words, false);
            case SDST -> FlexibleJobShopFormat.read(name, words, true);
            case WTSDS -> WeightedTardinessFormat.read(name, words);
        };
    }
}
