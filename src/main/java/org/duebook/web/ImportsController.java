package org.duebook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.duebook.imports.ImportOptions;
import org.duebook.imports.ImportReport;
import org.duebook.imports.ImportTemplate;
import org.duebook.imports.Imports;
import org.duebook.web.api.ImportsApi;
import org.duebook.web.api.model.FaultDto;
import org.duebook.web.api.model.ImportModeDto;
import org.duebook.web.api.model.ImportReportDto;
import org.duebook.web.api.model.ImportedSheetDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class ImportsController implements ImportsApi {

    private final Imports imports;
    private final ImportTemplate template;
    private final SignedIn signedIn;

    ImportsController(Imports imports, ImportTemplate template, SignedIn signedIn) {
        this.imports = imports;
        this.template = template;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<ImportReportDto> importFile(
            MultipartFile file,
            ImportModeDto mode,
            @Nullable LocalDate shiftTo,
            Boolean preview,
            @Nullable String idempotencyKey) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        ImportReport report = run(name, file, options(mode, shiftTo, preview));
        if (!report.kept() && !preview && !report.faults().isEmpty()) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    report.faults(),
                    report.furtherFaults() == 0 ? Map.of() : Map.of("furtherErrors", report.furtherFaults()));
        }
        return ResponseEntity.ok(view(report));
    }

    @Override
    public ResponseEntity<Resource> getImportTemplate() {
        return Download.of("duebook-template.xlsx", Download.XLSX, template::write);
    }

    private static ImportOptions options(ImportModeDto mode, @Nullable LocalDate shiftTo, boolean preview) {
        ImportOptions options = switch (mode) {
            case ALL_OR_NOTHING -> ImportOptions.allOrNothing();
            case ROW_BY_ROW -> ImportOptions.rowByRow();
        };
        return (preview ? options.asPreview() : options).shiftedTo(shiftTo);
    }

    private ImportReport run(String name, MultipartFile file, ImportOptions options) {
        try {
            Path kept = Files.createTempFile("import", null);
            try {
                file.transferTo(kept);
                return imports.run(name, kept, options, signedIn.actor());
            } finally {
                Files.delete(kept);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an uploaded file could not be read", unreadable);
        }
    }

    private static ImportReportDto view(ImportReport of) {
        return new ImportReportDto(
                of.kept(),
                Values.each(
                        of.sheets(),
                        sheet -> new ImportedSheetDto(
                                sheet.sheet(), sheet.created(), sheet.changed(), sheet.unchanged(), sheet.refused())),
                Values.each(
                        of.faults(), fault -> new FaultDto(fault.field(), fault.found(), fault.wanted(), fault.cure())),
                of.furtherFaults());
    }
}
