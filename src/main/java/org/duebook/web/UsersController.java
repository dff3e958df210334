package org.duebook.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.people.ApiKey;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.people.User;
import org.duebook.shared.Fault;
import org.duebook.shared.Language;
import org.duebook.shared.Saved;
import org.duebook.web.api.UsersApi;
import org.duebook.web.api.model.ApiKeyDto;
import org.duebook.web.api.model.ApiKeyListDto;
import org.duebook.web.api.model.IssuedKeyDto;
import org.duebook.web.api.model.KeyRequestDto;
import org.duebook.web.api.model.LanguageChoiceDto;
import org.duebook.web.api.model.NewUserDto;
import org.duebook.web.api.model.RoleDto;
import org.duebook.web.api.model.UserDto;
import org.duebook.web.api.model.UserListDto;
import org.duebook.web.problems.Refusal;
import org.duebook.web.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UsersController implements UsersApi {

    /** bcrypt reads no more of a password. */
    private static final int PASSWORD_BYTES = 72;

    private final People people;

    private final SignedIn signedIn;

    UsersController(People people, SignedIn signedIn) {
        this.people = people;
        this.signedIn = signedIn;
    }

    @Override
    public ResponseEntity<UserListDto> listUsers() {
        return ResponseEntity.ok(new UserListDto(Values.each(people.users(), UsersController::view)));
    }

    @Override
    public ResponseEntity<UserDto> addUser(NewUserDto body) {
        if (body.getPassword().getBytes(StandardCharsets.UTF_8).length > PASSWORD_BYTES) {
            throw Refusal.unprocessable(
                    "password",
                    "a longer one",
                    "at most " + PASSWORD_BYTES + " bytes in UTF-8",
                    "choose a shorter one");
        }
        Set<Role> roles =
                body.getRoles().stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toSet());
        Language language = body.getLanguage() == null ? Language.ENGLISH : FormLanguage.ofCode(body.getLanguage());
        if (people.addUser(body.getName(), body.getPassword(), roles, language) == Saved.UNCHANGED) {
            throw Refusal.conflict(new Fault("name", body.getName(), "a name that is free", "choose another"));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(user(body.getName()));
    }

    @Override
    public ResponseEntity<UserDto> getMe() {
        return ResponseEntity.ok(user(signedIn.actor().name()));
    }

    @Override
    public ResponseEntity<UserDto> setMyLanguage(LanguageChoiceDto body) {
        String me = signedIn.actor().name();
        people.setLanguage(me, FormLanguage.ofCode(body.getLanguage()));
        return ResponseEntity.ok(user(me));
    }

    @Override
    public ResponseEntity<ApiKeyListDto> listKeys(String user) {
        if (people.findForLogin(user).isEmpty()) {
            throw unknown(user);
        }
        return ResponseEntity.ok(new ApiKeyListDto(Values.each(people.keys(user), UsersController::view)));
    }

    @Override
    public ResponseEntity<IssuedKeyDto> issueKey(KeyRequestDto body) {
        String key = people.issueKey(body.getUser()).orElseThrow(() -> unknown(body.getUser()));
        return ResponseEntity.status(HttpStatus.CREATED).body(new IssuedKeyDto(key, body.getUser()));
    }

    @Override
    public ResponseEntity<Void> revokeKey(String prefix) {
        if (!people.revokeKey(prefix)) {
            throw Refusal.unknown("prefix", prefix, "a key in force");
        }
        return ResponseEntity.noContent().build();
    }

    private static Refusal unknown(String user) {
        return Refusal.unknown("user", user, "a user");
    }

    private UserDto user(String name) {
        return people.findForLogin(name).map(UsersController::view).orElseThrow(() -> unknown(name));
    }

    private static UserDto view(User of) {
        return new UserDto(
                of.name(),
                of.roles().stream()
                        .sorted()
                        .map(role -> RoleDto.valueOf(role.name()))
                        .toList(),
                of.language().code());
    }

    private static ApiKeyDto view(ApiKey of) {
        return new ApiKeyDto(of.prefix(), of.owner(), of.issuedAt()).revokedAt(of.revokedAt());
    }
}
