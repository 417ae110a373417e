package org.lianshen.workbench.admin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.service.AdminService;
import org.lianshen.service.identity.Passwords;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.text.WorkbenchMessages;

/** What is asked of an account, new or changed. No widgets. */
final class AccountForm {

    private static final String NONE = "-";

    private final AdminMessages messages;
    private final Account before;
    private final FormModel form;
    private final Field<String> name;
    private final Field<String> display;
    private final Field<String> body;
    private final Field<String> unit;
    private final Field<String> password;
    private final Field<String> again;
    private final Field<Boolean> active;
    private final Map<Role, Field<Boolean>> roles = new EnumMap<>(Role.class);

    /** @param before the account to change, or null for a new one */
    AccountForm(AdminMessages messages, WorkbenchMessages kit, Texts texts, List<ReviewBody> bodies, Account before) {
        this.messages = messages;
        this.before = before;
        form = new FormModel(kit);
        FormModel.Section section = form.section("account", "");
        name = section.add(Field.text("name", messages.name).required().help(messages.nameHelp, "").check(text -> texts.refusal(() -> Passwords.requireName(text))));
        display = section.add(Field.text("display", messages.display).help(messages.displayHelp, ""));
        var choices = new ArrayList<Field.Choice>();
        choices.add(new Field.Choice(NONE, messages.bodyNone));
        bodies.forEach(each -> choices.add(new Field.Choice(each.code(), "zh".equals(texts.locale().getLanguage()) ? each.name() : each.nameEn())));
        body = section.add(Field.choice("body", messages.body, choices).required().value(NONE).help(messages.bodyHelp, ""));
        unit = section.add(Field.text("unit", messages.unit).help(messages.unitHelp, ""));
        password = section.add(Field.secret("password", before == null ? messages.password : messages.newPassword)
                .help(before == null ? messages.passwordHelp : messages.newPasswordHelp, "")
                .check(text -> texts.refusal(() -> Passwords.requireStrong(name.value() == null ? text : name.value(), text.toCharArray()))));
        again = section.add(Field.secret("again", messages.again));
        again.check(text -> text.equals(password.value()) ? null : messages.differs);
        for (Role role : Role.values()) {
            roles.put(role, section.add(Field.check(role.name(), texts.get("identity.role." + role.name()))));
        }
        active = section.add(Field.check("active", messages.maySignIn).value(true));
        if (before == null) {
            password.required();
            again.required();
            active.setShown(false);
        } else {
            name.value(before.name());
            name.lock(messages.nameHelp);
            display.value(before.display());
            body.value(before.body() == null || before.body().isBlank() ? NONE : before.body());
            unit.value(before.unit());
            before.roles().forEach(role -> roles.get(role).value(true));
            active.value(before.active());
        }
    }

    FormModel form() {
        return form;
    }

    String missing() {
        String missing = form.missing();
        if (!missing.isEmpty()) {
            return missing;
        }
        if (password.value() != null && !password.value().equals(again.value())) {
            return messages.differs;
        }
        return roles().isEmpty() ? messages.roleMissing : "";
    }

    private Set<Role> roles() {
        var chosen = EnumSet.noneOf(Role.class);
        roles.forEach((role, field) -> {
            if (Boolean.TRUE.equals(field.value())) {
                chosen.add(role);
            }
        });
        return chosen;
    }

    /** Everything that is needed to store the account, off the UI thread. */
    Entry entry() {
        String chosen = NONE.equals(body.value()) ? null : body.value();
        return new Entry(before, name.value(), display.value(), chosen, unit.value(), roles(), Boolean.TRUE.equals(active.value()),
                password.value() == null ? null : password.value().toCharArray());
    }

    /** @param before null for a new account; @param password null to keep the one before */
    record Entry(Account before, String name, String display, String body, String unit, Set<Role> roles, boolean active, char[] password) {

        Account store(AdminService admin) {
            if (before == null) {
                return admin.addAccount(name, display, body, unit, roles, password);
            }
            return admin.changeAccount(new Account(name, display == null ? name : display, body, unit, roles, before.passwordHash(), before.failedAttempts(), before.lockedUntil(),
                    active, before.version()), password);
        }
    }
}
