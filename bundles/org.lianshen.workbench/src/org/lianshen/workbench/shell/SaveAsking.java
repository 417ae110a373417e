package org.lianshen.workbench.shell;

import java.util.Collection;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.ISaveHandler;
import org.lianshen.workbench.dialog.DialogService;

/** Asks about what is not stored before a tab or the window closes, in the program's own words; the platform's box speaks English only. */
final class SaveAsking implements ISaveHandler {

    private final IEclipseContext context;

    /** @param context where the dialogs of the day are: another language brings others */
    SaveAsking(IEclipseContext context) {
        this.context = context;
    }

    /** @return whether the part may close */
    @Override
    public boolean save(MPart part, boolean confirm) {
        if (!part.isDirty()) {
            return true;
        }
        return switch (confirm ? promptToSave(part) : Save.YES) {
            case NO -> true;
            case CANCEL -> false;
            case YES -> store(part);
        };
    }

    @Override
    public boolean saveParts(Collection<MPart> parts, boolean confirm) {
        return parts.stream().allMatch(part -> save(part, confirm));
    }

    @Override
    public Save promptToSave(MPart part) {
        return switch (context.get(DialogService.class).askSave(part.getLocalizedLabel())) {
            case SAVE -> Save.YES;
            case DISCARD -> Save.NO;
            case STAY -> Save.CANCEL;
        };
    }

    @Override
    public Save[] promptToSave(Collection<MPart> parts) {
        return parts.stream().map(this::promptToSave).toArray(Save[]::new);
    }

    /** A part that could not store itself is still dirty, has said why, and stays open. */
    private static boolean store(MPart part) {
        ContextInjectionFactory.invoke(part.getObject(), Persist.class, part.getContext(), null);
        return !part.isDirty();
    }
}
