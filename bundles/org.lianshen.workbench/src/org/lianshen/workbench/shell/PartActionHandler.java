package org.lianshen.workbench.shell;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.text.WorkbenchMessages;

/** The window's keys, answered by the part in front. */
final class PartActionHandler {

    @CanExecute
    boolean can(@Optional @Named("action") String action, EPartService parts) {
        PartActions part = front(parts);
        return part != null && action != null && switch (action) {
            case "save" -> part.canSave();
            case "submit" -> part.canSubmit();
            case "refresh" -> part.canRefresh();
            case "filter" -> part.canFilter();
            case "print" -> part.canPrint();
            case "help" -> part.help() != null;
            default -> throw new IllegalArgumentException(action);
        };
    }

    @Execute
    void act(@Named("action") String action, EPartService parts, DialogService dialogs, WorkbenchMessages messages) {
        PartActions part = front(parts);
        switch (action) {
            case "save" -> part.save();
            case "submit" -> part.submit();
            case "refresh" -> part.refresh();
            case "filter" -> part.filter();
            case "print" -> part.print();
            case "help" -> dialogs.inform(messages.help, part.help());
            default -> throw new IllegalArgumentException(action);
        }
    }

    private static PartActions front(EPartService parts) {
        return parts.getActivePart() != null && parts.getActivePart().getObject() instanceof PartActions actions ? actions : null;
    }
}
