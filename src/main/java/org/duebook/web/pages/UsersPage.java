package org.duebook.web.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.people.User;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Users, their roles and their API keys; for administrators. */
@Controller
class UsersPage {

    private static final int SHORTEST_PASSWORD = 10;

    /** Bcrypt reads no further. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final String NAME = "[a-z][a-z0-9._-]{0,49}";

    private final People people;

    UsersPage(People people) {
        this.people = people;
    }

    @GetMapping("/users")
    String show(Model model) {
        return show(new Entry(), "", Set.of(), model);
    }

    @PostMapping("/users")
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            Model model,
            RedirectAttributes flash) {
        Set<Role> wanted = roles == null || roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        Entry entry = check(name, password, wanted);
        if (entry.faults().isEmpty() && people.addUser(name, password, wanted) == Saved.UNCHANGED) {
            entry.refuse("name", name, "a name that is free", "choose another");
        }
        if (!entry.faults().isEmpty()) {
            return show(entry, name, wanted, model);
        }
        flash.addFlashAttribute("done", "User " + name + " was added.");
        return "redirect:/users";
    }

    @PostMapping("/users/{name}/keys")
    String issueKey(@PathVariable String name, RedirectAttributes flash) {
        Optional<String> key = people.issueKey(name);
        if (key.isEmpty()) {
            flash.addFlashAttribute("wrong", "There is no user " + name + ".");
        } else {
            flash.addFlashAttribute("keyOwner", name);
            flash.addFlashAttribute("key", key.get());
        }
        return "redirect:/users";
    }

    @PostMapping("/users/keys/{prefix}/revoke")
    String revokeKey(@PathVariable String prefix, RedirectAttributes flash) {
        boolean revoked = people.revokeKey(prefix);
        flash.addFlashAttribute(
                revoked ? "done" : "wrong", "Key " + prefix + (revoked ? "… was revoked." : "… was not there."));
        return "redirect:/users";
    }

    private static Entry check(String name, String password, Set<Role> roles) {
        Entry entry = new Entry();
        if (!name.matches(NAME)) {
            entry.refuse(
                    "name", name, "1 to 50 lower-case letters, digits, dots, dashes, a letter first", "correct it");
        }
        if (password.length() < SHORTEST_PASSWORD
                || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            entry.refuse("password", "", SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD_BYTES + " characters", "");
        }
        if (roles.isEmpty()) {
            entry.refuse("roles", "", "at least one role", "tick one");
        }
        return entry;
    }

    private String show(Entry entry, String name, Set<Role> roles, Model model) {
        model.addAttribute("faults", entry.faults());
        model.addAttribute("typedName", name);
        model.addAttribute("typedRoles", roles);
        model.addAttribute("allRoles", Role.values());
        model.addAttribute(
                "accounts",
                people.users().stream()
                        .map(user -> new Account(user, people.keys(user.name())))
                        .toList());
        return "users";
    }

    /** A user with the keys issued to him. */
    record Account(User user, List<org.duebook.people.ApiKey> keys) {}
}
