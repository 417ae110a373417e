package org.lianshen.workbench.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.RowOfButtons;

/** Shows the {@link FirstStartModel}. */
final class FirstStartPage {

    private final FormView view;

    /** @param refused why it could not begin the last time; empty at first */
    FirstStartPage(Kit kit, Composite parent, FirstStartModel model, String refused, DialogService dialogs, Consumer<FirstStartModel> begin) {
        if (!refused.isEmpty()) {
            kit.error(parent, refused, kit.messages().firstStartAgain, null);
        }
        view = new FormView(kit, parent, model.form(), 0, kit.look().u(4));
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, view.height(kit.look().characters(84))).applyTo(view.control());
        model.form().onChange(() -> {
            if (!parent.isDisposed()) {
                GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, view.height(kit.look().characters(84))).applyTo(view.control());
                parent.getParent().layout(true, true);
            }
        });
        Composite row = new Composite(parent, SWT.NONE);
        row.setBackground(parent.getBackground());
        row.setLayout(new RowOfButtons(kit.look().u(2)));
        FlatButton start = kit.primary(row, kit.messages().begin, () -> {
            if (!view.revealProblem()) {
                begin.accept(model);
            }
        });
        kit.button(row, kit.messages().chooseFolder, () -> dialogs.chooseFolder(kit.messages().chooseFolder, Path.of(System.getProperty("user.home")))
                .ifPresent(folder -> model.locationField().set(folder.toString())));
        model.form().onChange(() -> start.hint(model.missing().isEmpty() ? null : model.missing()));
    }

    void setFocus() {
        view.setFocus();
    }
}
