package org.lianshen.workbench.shell;

import java.util.List;
import java.util.Map;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.identity.Passwords;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.text.WorkbenchMessages;

/** The first start, without widgets. */
final class FirstStartModel {

    private static final String ONE = "one";
    private static final String ACCOUNTS = "accounts";

    private final FormModel form;
    private final Field<String> place;
    private final Field<String> kind;
    private final Field<String> name;
    private final Field<String> password;
    private final Field<String> again;
    private final Field<Boolean> samples;
    private final Field<String> location;

    /** @param texts of the services, which decide what a password must be; @param places name by place */
    FirstStartModel(WorkbenchMessages messages, Texts texts, Map<String, String> places, String proposedLocation) {
        form = new FormModel(messages);
        FormModel.Section section = form.section("start", "");
        place = section.add(Field.choice("place", messages.place, places.entrySet().stream().map(entry -> new Field.Choice(entry.getKey(), entry.getValue())).toList())
                .required().help(messages.placeHelp, ""));
        kind = section.add(Field.choice("kind", messages.storeKind, List.of(new Field.Choice(ONE, messages.storeOne), new Field.Choice(ACCOUNTS, messages.storeAccounts)))
                .required().value(ONE).help(messages.storeKindHelp, ""));
        name = section.add(Field.text("name", messages.adminName).required().wide().check(text -> texts.refusal(() -> Passwords.requireName(text))));
        password = section.add(Field.secret("password", messages.adminPassword).required().help(messages.passwordHelp, "")
                .check(text -> texts.refusal(() -> Passwords.requireStrong(name.value() == null ? text : name.value(), text.toCharArray()))));
        again = section.add(Field.secret("again", messages.passwordAgain).required());
        again.check(text -> text.equals(password.value()) ? null : messages.passwordDiffers);
        location = section.add(Field.text("location", messages.storeFolder).required().wide().value(proposedLocation).help(messages.storeFolderHelp, ""));
        samples = section.add(Field.check("samples", messages.sampleData).wide().help(messages.sampleDataHelp, ""));
        kind.onChange(now -> showAccount());
        showAccount();
    }

    FormModel form() {
        return form;
    }

    Field<String> locationField() {
        return location;
    }

    String location() {
        return location.value();
    }

    /** Why it cannot begin yet; empty when it can. */
    String missing() {
        return form.missing();
    }

    Sessions.NewStore store() {
        return new Sessions.NewStore(place.value(), ACCOUNTS.equals(kind.value()) ? new Sessions.Credentials(name.value(), password.value().toCharArray()) : null,
                samples.value());
    }

    /**
     * Makes the store and opens it; a location that holds one already is opened, not overwritten.
     *
     * @return null where the store has accounts and no administrator was named here: somebody has to sign in
     */
    Session begin(Sessions sessions, StoreLocation at) {
        if (sessions.look(at) == Sessions.StoreState.NONE) {
            sessions.create(at, store());
        }
        // Named anew: what was handed over to make the store has been wiped.
        Sessions.Credentials administrator = store().administrator();
        return sessions.look(at) == Sessions.StoreState.ACCOUNTS && administrator == null ? null : sessions.open(at, administrator);
    }

    private void showAccount() {
        boolean accounts = ACCOUNTS.equals(kind.value());
        name.setShown(accounts);
        password.setShown(accounts);
        again.setShown(accounts);
    }
}
