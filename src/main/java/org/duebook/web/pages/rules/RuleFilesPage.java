package org.duebook.web.pages.rules;

import java.io.IOException;
import java.security.Principal;
import org.duebook.policy.DraftOutcome;
import org.duebook.policy.RuleSheet;
import org.duebook.policy.RuleStudio;
import org.duebook.shared.Actor;
import org.duebook.web.Download;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tables out of the draft and back into it, without loss. */
@Controller
class RuleFilesPage {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    /** Characters, by the format. */
    private static final int LONGEST_IN_A_WORKBOOK = 32_767;

    private final RuleStudio studio;

    RuleFilesPage(RuleStudio studio) {
        this.studio = studio;
    }

    @GetMapping("/rules/download")
    ResponseEntity<Resource> download(@RequestParam String file, Principal who) {
        byte[] bytes = studio.bytes(file, new Actor(who.getName())).orElseThrow(RuleTablePage::noSuchFile);
        return Download.of(file.substring(file.lastIndexOf('/') + 1), CSV, out -> out.write(bytes));
    }

    @GetMapping("/rules/workbook")
    ResponseEntity<Resource> workbook(@RequestParam String file, Principal who) {
        Actor analyst = new Actor(who.getName());
        RuleSheet sheet = studio.sheet(file, analyst).orElseThrow(RuleTablePage::noSuchFile);
        sheet.rows().stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.text().length() > LONGEST_IN_A_WORKBOOK))
                .findFirst()
                .ifPresent(row -> {
                    throw new ResponseStatusException(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "row " + row.line() + " has a remark of more than " + LONGEST_IN_A_WORKBOOK
                                    + " characters, which no cell of a workbook can hold: shorten it, or download the CSV");
                });
        byte[] bytes = studio.workbook(file, analyst).orElseThrow(RuleTablePage::noSuchFile);
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.csv$", ".xlsx");
        return Download.of(name, Download.XLSX, out -> out.write(bytes));
    }

    @PostMapping("/rules/upload")
    String upload(
            @RequestParam String file, @RequestParam MultipartFile upload, Principal who, RedirectAttributes flash)
            throws IOException {
        if (upload.isEmpty()) {
            flash.addFlashAttribute("wrong", "Choose a file first.");
        } else {
            switch (studio.replace(file, upload.getBytes(), new Actor(who.getName()))) {
                case DraftOutcome.Kept kept ->
                    flash.addFlashAttribute(
                            "done", "The table of your draft is the one you sent. Nothing of it decides yet.");
                case DraftOutcome.Refused refused -> flash.addFlashAttribute("refused", refused.faults());
                case DraftOutcome.Unknown unknown -> throw RuleTablePage.noSuchFile();
            }
        }
        flash.addAttribute("file", file);
        return "redirect:/rules/table";
    }
}
