package org.lianshen.workbench.shell;

import java.util.function.BiConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.service.Sessions;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/** Name and password. The password leaves the field as soon as it has been handed over. */
final class SignInPage {

    private final WorkbenchMessages messages;
    private final Text name;
    private final Text password;
    private final Label refused;
    private final FlatButton enter;
    private final BiConsumer<SignInPage, Sessions.Credentials> sign;

    SignInPage(Kit kit, Composite parent, String lastName, BiConsumer<SignInPage, Sessions.Credentials> sign) {
        this.sign = sign;
        messages = kit.messages();
        Look look = kit.look();
        name = field(kit, parent, messages.account, SWT.NONE);
        name.setText(lastName);
        password = field(kit, parent, messages.password, SWT.PASSWORD);
        refused = kit.wrapped(parent, "");
        refused.setForeground(look.tone(Tone.BLOCK));
        enter = kit.primary(parent, messages.signIn, this::enter);
        GridDataFactory.swtDefaults().applyTo(enter);
        name.addListener(SWT.Modify, event -> check());
        password.addListener(SWT.Modify, event -> check());
        name.addListener(SWT.DefaultSelection, event -> password.setFocus());
        password.addListener(SWT.DefaultSelection, event -> enter.press());
        check();
    }

    void setFocus() {
        (name.getText().isEmpty() ? name : password).setFocus();
    }

    /** @param why with what to do, from the service */
    void refused(String why) {
        refused.setText(why.replace("&", "&&"));
        refused.getParent().layout(true, true);
        check();
        password.setFocus();
    }

    private Text field(Kit kit, Composite parent, String label, int style) {
        kit.text(parent, label);
        Text text = kit.entry(parent, label, style);
        GridDataFactory.fillDefaults().hint(kit.look().characters(44), SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(text);
        return text;
    }

    private void check() {
        enter.allowUnless(name.getText().isBlank() ? messages.accountMissing : password.getText().isEmpty() ? messages.passwordMissing : "");
    }

    private void enter() {
        char[] secret = password.getTextChars();
        password.setText("");
        enter.block(messages.openingStore);
        refused.setText("");
        sign.accept(this, new Sessions.Credentials(name.getText().strip(), secret));
    }
}
