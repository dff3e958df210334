package org.duebook.web.pages;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duebook.imports.Exports;
import org.duebook.imports.FaultPlace;
import org.duebook.imports.ImportOptions;
import org.duebook.imports.ImportReport;
import org.duebook.imports.ImportTemplate;
import org.duebook.imports.Imports;
import org.duebook.shared.Actor;
import org.duebook.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plant's own files in and out: previewed with every fault, then imported; exported; the template to fill. */
@Controller
class ImportPage {

    private static final int FAULTS_PER_PAGE = 100;
    private static final String UPLOADED = "uploadedPlant";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Imports imports;
    private final Exports exports;
    private final ImportTemplate template;
    private final DataSize mostBytes;

    ImportPage(
            Imports imports,
            Exports exports,
            ImportTemplate template,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize mostBytes) {
        this.imports = imports;
        this.exports = exports;
        this.template = template;
        this.mostBytes = mostBytes;
    }

    @GetMapping("/imports")
    String show(
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            HttpSession session,
            Model model) {
        UploadedPlant uploaded = uploaded(session);
        model.addAttribute("mostBytes", mostBytes.toBytes());
        model.addAttribute("mostMegabytes", mostBytes.toMegabytes());
        model.addAttribute("sheet", sheet);
        model.addAttribute("text", text);
        if (uploaded != null) {
            show(uploaded, sheet, text.strip(), page, model);
        }
        return "imports";
    }

    private static void show(UploadedPlant uploaded, String sheet, String text, int page, Model model) {
        List<FaultPlace> fitting = fitting(uploaded, sheet, text);
        int pages = Math.max(1, (fitting.size() + FAULTS_PER_PAGE - 1) / FAULTS_PER_PAGE);
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute("file", uploaded.name());
        model.addAttribute("id", uploaded.id());
        model.addAttribute("rowByRow", uploaded.options().mode() == ImportOptions.Mode.ROW_BY_ROW);
        model.addAttribute("preview", uploaded.options().preview());
        model.addAttribute("canBeImported", uploaded.canBeImported());
        model.addAttribute("report", uploaded.report());
        model.addAttribute("total", uploaded.faults().size());
        model.addAttribute("fitting", fitting.size());
        model.addAttribute(
                "sheets",
                uploaded.faults().stream().map(FaultPlace::sheet).distinct().toList());
        model.addAttribute(
                "places",
                fitting.stream()
                        .skip((shown - 1L) * FAULTS_PER_PAGE)
                        .limit(FAULTS_PER_PAGE)
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
    }

    @PostMapping("/imports/preview")
    String preview(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "ALL_OR_NOTHING") ImportOptions.Mode mode,
            HttpSession session,
            Principal who,
            RedirectAttributes flash)
            throws IOException {
        if (file.isEmpty()) {
            flash.addFlashAttribute("wrong", "Choose a file first: a workbook, a zip of CSV files, or one CSV file.");
            return "redirect:/imports";
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        Path kept = Files.createTempFile("duebook-", ".upload");
        file.transferTo(kept);
        ImportOptions options = new ImportOptions(mode, null, true);
        try {
            ImportReport report = imports.run(name, kept, options, new Actor(who.getName()));
            session.setAttribute(UPLOADED, new UploadedPlant(name, kept, options, report));
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(kept);
            throw broken;
        }
        return "redirect:/imports#report";
    }

    @PostMapping("/imports/run")
    String run(@RequestParam UUID id, HttpSession session, Principal who, RedirectAttributes flash) throws IOException {
        UploadedPlant uploaded = uploaded(session);
        if (uploaded == null || !uploaded.id().equals(id) || !uploaded.canBeImported()) {
            flash.addFlashAttribute("wrong", "Another file was chosen since. Look at its preview first.");
            return "redirect:/imports";
        }
        ImportOptions options = new ImportOptions(uploaded.options().mode(), null, false);
        ImportReport report = imports.run(uploaded.name(), uploaded.file(), options, new Actor(who.getName()));
        session.setAttribute(UPLOADED, new UploadedPlant(uploaded.name(), null, options, report));
        if (report.kept()) {
            flash.addFlashAttribute("done", uploaded.name() + " is imported.");
        } else {
            flash.addFlashAttribute("wrong", "Nothing was imported: the plant changed since the preview.");
        }
        return "redirect:/imports#report";
    }

    @GetMapping("/imports/faults.csv")
    ResponseEntity<Resource> faults(
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String text,
            HttpSession session) {
        UploadedPlant uploaded = uploaded(session);
        List<FaultPlace> faults = uploaded == null ? List.of() : fitting(uploaded, sheet, text.strip());
        return Download.of("faults.csv", CSV, out -> FaultPlace.writeCsv(faults, out));
    }

    @GetMapping("/imports/template.xlsx")
    ResponseEntity<Resource> template() {
        return Download.of("duebook-template.xlsx", Download.XLSX, template::write);
    }

    @GetMapping("/imports/export.xlsx")
    ResponseEntity<Resource> workbook() {
        return Download.of("duebook.xlsx", Download.XLSX, out -> exports.write(Exports.Form.WORKBOOK, out));
    }

    @GetMapping("/imports/export.zip")
    ResponseEntity<Resource> csv() {
        return Download.of("duebook.zip", Download.ZIP, out -> exports.write(Exports.Form.CSV, out));
    }

    private static List<FaultPlace> fitting(UploadedPlant uploaded, String sheet, String text) {
        return uploaded.faults().stream()
                .filter(fault -> sheet.isEmpty() || fault.sheet().equals(sheet))
                .filter(fault -> text.isEmpty() || fault.mentions(text))
                .toList();
    }

    private static @Nullable UploadedPlant uploaded(HttpSession session) {
        return (UploadedPlant) session.getAttribute(UPLOADED);
    }
}
