package org.lianshen.workbench.admin;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.Kit;

/** Asks for an account. */
final class AccountBox implements DialogService.Box {

    private final Kit kit;
    private final AdminMessages messages;
    private final AccountForm form;
    private final String title;

    AccountBox(Kit kit, AdminMessages messages, AccountForm form, String title) {
        this.kit = kit;
        this.messages = messages;
        this.form = form;
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String verb() {
        return messages.keep;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        FormView view = new FormView(kit, parent, form.form(), 0, kit.look().u(2));
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(96), kit.look().u(138)).applyTo(view.control());
        form.form().onChange(state);
        return view.control();
    }

    @Override
    public String missing() {
        return form.missing();
    }
}
