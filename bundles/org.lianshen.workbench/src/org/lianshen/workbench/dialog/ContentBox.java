package org.lianshen.workbench.dialog;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A box with content of its own. Why its verb cannot be pressed stands in words below the content. */
final class ContentBox extends BoxWindow {

    private final DialogService.Box box;
    private Control content;
    private Label missing;

    ContentBox(SwtDialogService service, DialogService.Box box) {
        super(service, box.title(), List.of(box.verb(), service.messages().cancel));
        this.box = box;
    }

    @Override
    void fill(Composite area) {
        content = content(box.create(area, this::state));
        missing = kit().wrapped(area, " ");
        missing.setForeground(kit().look().muted());
        state();
    }

    @Override
    void opened() {
        content.setFocus();
    }

    @Override
    boolean pressed(int verb) {
        return verb != 0 || box.accept();
    }

    private void state() {
        // A form that is shown again still tells the box that it was shown in before.
        if (missing != null && !missing.isDisposed()) {
            String words = box.missing();
            missing.setText(words.isEmpty() ? " " : words.replace("&", "&&"));
            missing.getParent().layout(new Control[] {missing});
            button(0).allowUnless(words);
        }
    }
}
