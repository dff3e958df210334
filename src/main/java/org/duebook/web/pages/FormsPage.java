package org.duebook.web.pages;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.duebook.forms.Forms;
import org.duebook.people.People;
import org.duebook.shared.Language;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms to print from the pages, and the setting that says in which language. */
@Controller
class FormsPage {

    private static final String A_DAY = "a day such as 2026-12-03";

    private final Forms forms;
    private final FormDownload download;
    private final People people;

    FormsPage(Forms forms, FormDownload download, People people) {
        this.forms = forms;
        this.download = download;
        this.people = people;
    }

    @GetMapping("/schedule/week.{ending:xlsx|pdf}")
    ResponseEntity<Object> week(
            @RequestParam(defaultValue = "") String week, @PathVariable String ending, Principal who) {
        Entry entry = new Entry();
        Optional<LocalDate> day = entry.required("week", week, A_DAY, Entry::day);
        return download.of(
                entry,
                ending,
                (kind, language, by) -> forms.weeklySchedule(day.orElseThrow(), kind, language, by),
                who);
    }

    @GetMapping("/schedule/dispatch.{ending:docx|pdf}")
    ResponseEntity<Object> dispatch(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String machine,
            @PathVariable String ending,
            Principal who) {
        Entry entry = new Entry();
        Optional<LocalDate> wanted = entry.required("day", day, A_DAY, Entry::day);
        Optional<MachineCode> code = entry.optional(
                "machine", machine.toUpperCase(Locale.ROOT), "a machine such as LATHE-1", MachineCode::new);
        return download.of(
                entry,
                ending,
                (kind, language, by) -> forms.dispatchList(wanted.orElseThrow(), code.orElse(null), kind, language, by),
                who);
    }

    @GetMapping("/orders/{number}/acknowledgement.{ending:docx|pdf}")
    ResponseEntity<Object> acknowledgement(@PathVariable String number, @PathVariable String ending, Principal who) {
        Entry entry = new Entry();
        Optional<OrderNumber> order = entry.required(
                "number", number.toUpperCase(Locale.ROOT), "an order number such as SO-1001", OrderNumber::new);
        return download.of(
                entry,
                ending,
                (kind, language, by) -> forms.acknowledgement(order.orElseThrow(), kind, language, by),
                who);
    }

    @GetMapping("/settings")
    String settings(Principal who, Model model) {
        model.addAttribute("language", people.languageOf(who.getName()));
        model.addAttribute("languages", Language.values());
        return "settings";
    }

    @PostMapping("/settings")
    String set(@RequestParam Language language, Principal who, RedirectAttributes flash) {
        people.setLanguage(who.getName(), language);
        flash.addFlashAttribute("done", "Forms are printed in this language from now on: " + name(language) + ".");
        return "redirect:/settings";
    }

    private static String name(Language language) {
        return language.locale().getDisplayLanguage(language.locale());
    }
}
