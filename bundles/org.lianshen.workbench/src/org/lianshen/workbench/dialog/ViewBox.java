package org.lianshen.workbench.dialog;

import java.util.List;
import org.eclipse.swt.widgets.Composite;

/** A box that is only read. */
final class ViewBox extends BoxWindow {

    private final DialogService.View view;

    ViewBox(SwtDialogService service, DialogService.View view) {
        super(service, view.title(), List.of(service.messages().close));
        this.view = view;
    }

    @Override
    void fill(Composite area) {
        content(view.create(area));
    }
}
