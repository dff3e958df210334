package org.duebook.web.pages.rules;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duebook.policy.DraftOutcome;
import org.duebook.policy.RuleSheet;
import org.duebook.policy.RuleStudio;
import org.duebook.policy.SheetEdit;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/**
 * One table: looked at, and edited by cell and row. A script posts each cell when it is left and is answered with the table
 * alone; without script the form posts all cells at once.
 */
@Controller
class RuleTablePage {

    private static final Pattern CELL = Pattern.compile("cell\\.(\\d{1,5})\\.(\\d{1,3})");

    private final RuleStudio studio;

    RuleTablePage(RuleStudio studio) {
        this.studio = studio;
    }

    @GetMapping("/rules/table")
    String show(
            @RequestParam String file,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "") String column,
            Principal who,
            Model model) {
        fill(file, page, all, line, column, new Actor(who.getName()), model);
        return "rules-table";
    }

    @GetMapping("/rules/file")
    String read(@RequestParam String file, Principal who, Model model) {
        byte[] bytes = studio.bytes(file, new Actor(who.getName())).orElseThrow(RuleTablePage::noSuchFile);
        if (file.endsWith(".xlsx")) {
            return "redirect:/rules/download?file=" + UriUtils.encodeQueryParam(file, StandardCharsets.UTF_8);
        }
        model.addAttribute("file", file);
        model.addAttribute(
                "lines", new String(bytes, StandardCharsets.UTF_8).lines().toList());
        return "rules-file";
    }

    private void fill(String file, int page, boolean all, int line, String column, Actor analyst, Model model) {
        RuleSheet sheet = studio.sheet(file, analyst).orElseThrow(RuleTablePage::noSuchFile);
        model.addAttribute("view", SheetView.of(sheet, page, all, line, column));
    }

    /** Cells of rows, each row with the key it had when it was seen. */
    @PostMapping("/rules/cells")
    String write(
            @RequestParam String file,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Principal who,
            Model model,
            RedirectAttributes flash) {
        Actor analyst = new Actor(who.getName());
        DraftOutcome outcome = studio.edit(file, cells(posted), analyst);
        return answer(outcome, file, page, all, script != null, analyst, model, flash);
    }

    private static List<SheetEdit> cells(MultiValueMap<String, String> posted) {
        Map<Integer, Map<Integer, String>> rows = new TreeMap<>();
        posted.forEach((name, values) -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches()) {
                rows.computeIfAbsent(Integer.parseInt(cell.group(1)), at -> new HashMap<>())
                        .put(Integer.parseInt(cell.group(2)), values.getFirst());
            }
        });
        List<SheetEdit> edits = new ArrayList<>();
        rows.forEach((at, cells) -> edits.add(new SheetEdit.Cells(at, key(posted, at), cells)));
        return edits;
    }

    private static String key(MultiValueMap<String, String> posted, int at) {
        String key = posted.getFirst("key." + at);
        return key == null ? "" : key;
    }

    /** Adds, copies, deletes or moves the row that is chosen. */
    @PostMapping("/rules/rows")
    String change(
            @RequestParam String file,
            @RequestParam(name = "do") String what,
            @RequestParam(defaultValue = "0") int row,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Principal who,
            Model model,
            RedirectAttributes flash) {
        String key = key(posted, row);
        SheetEdit edit = switch (what) {
            case "add" -> new SheetEdit.Add(row, key);
            case "copy" -> new SheetEdit.Copy(row, key);
            case "delete" -> new SheetEdit.Delete(row, key);
            case "up" -> new SheetEdit.Move(row, key, false);
            case "down" -> new SheetEdit.Move(row, key, true);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "add, copy, delete, up or down");
        };
        Actor analyst = new Actor(who.getName());
        DraftOutcome outcome = studio.edit(file, List.of(edit), analyst);
        return answer(outcome, file, page, all, script != null, analyst, model, flash);
    }

    private String answer(
            DraftOutcome outcome,
            String file,
            int page,
            boolean all,
            boolean script,
            Actor analyst,
            Model model,
            RedirectAttributes flash) {
        List<Fault> refused = switch (outcome) {
            case DraftOutcome.Kept kept -> {
                model.addAttribute("go", kept.at());
                yield List.of();
            }
            case DraftOutcome.Refused wrong -> wrong.faults();
            case DraftOutcome.Unknown unknown -> throw noSuchFile();
        };
        if (script) {
            fill(file, page, all, 0, "", analyst, model);
            model.addAttribute("notKept", refused);
            return "rules-table :: sheet";
        }
        flash.addFlashAttribute("notKept", refused);
        flash.addAttribute("file", file).addAttribute("page", page).addAttribute("all", all);
        return "redirect:/rules/table";
    }

    static ResponseStatusException noSuchFile() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "the rules have no such table");
    }
}
