package org.lianshen.review.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** Asks for the password of this store's key. */
final class SecretBox implements DialogService.Box {

    private final Kit kit;
    private final PackageMessages messages;
    private final String code;
    private char[] password = {};

    SecretBox(Kit kit, PackageMessages messages, String code) {
        this.kit = kit;
        this.messages = messages;
        this.code = code;
    }

    char[] password() {
        return password.clone();
    }

    @Override
    public String title() {
        return messages.passwordTitle;
    }

    @Override
    public String verb() {
        return messages.continueVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        var area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
        kit.muted(area, messages.format(messages.passwordOf, code));
        Text entry = kit.entry(area, messages.password, SWT.PASSWORD);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(40), SWT.DEFAULT).applyTo(entry);
        entry.addListener(SWT.Modify, event -> {
            password = entry.getTextChars();
            state.run();
        });
        return area;
    }

    @Override
    public String missing() {
        return password.length == 0 ? messages.missingPassword : "";
    }
}
