package org.duebook.web.pages;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.duebook.imports.FaultPlace;
import org.duebook.imports.ImportOptions;
import org.duebook.imports.ImportReport;
import org.jspecify.annotations.Nullable;

/** A file somebody sent to be imported, with what was found in it. It is kept while the session holds it. */
final class UploadedPlant implements HttpSessionBindingListener {

    private final UUID id = UUID.randomUUID();
    private final String name;
    private final @Nullable Path file;
    private final ImportOptions options;
    private final ImportReport report;
    private final List<FaultPlace> faults;

    /**
     * @param file null once it was imported: nothing more is done with it
     * @param report of the preview, or of the import once it was made
     */
    UploadedPlant(String name, @Nullable Path file, ImportOptions options, ImportReport report) {
        this.name = name;
        this.file = file;
        this.options = options;
        this.report = report;
        this.faults = report.faults().stream().map(FaultPlace::of).toList();
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    ImportOptions options() {
        return options;
    }

    ImportReport report() {
        return report;
    }

    List<FaultPlace> faults() {
        return faults;
    }

    Path file() {
        if (file == null) {
            throw new IllegalStateException(name + " is imported already");
        }
        return file;
    }

    /** Whether importing it would keep something. */
    boolean canBeImported() {
        boolean anything = report.sheets().stream().anyMatch(sheet -> sheet.created() + sheet.changed() > 0);
        boolean allowed = faults.isEmpty() || options.mode() == ImportOptions.Mode.ROW_BY_ROW;
        return file != null && anything && allowed;
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("the uploaded file " + file + " could not be removed", broken);
        }
    }
}
