package org.lianshen.workbench.dialog;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Says something, with one or more verbs to answer. */
final class MessageBox extends BoxWindow {

    private final Tone tone;
    private final String text;

    MessageBox(SwtDialogService service, String title, Tone tone, String text, List<String> verbs) {
        super(service, title, verbs);
        this.tone = tone;
        this.text = text;
    }

    @Override
    void fill(Composite area) {
        Look look = kit().look();
        Composite row = kit().row(area, 2);
        Label sign = new Label(row, SWT.NONE);
        sign.setImage(look.icon(tone.icon(), look.tone(tone), look.u(6)));
        sign.setBackground(row.getBackground());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
        Label words = kit().wrapped(row, text);
        GridDataFactory.fillDefaults().grab(true, true).hint(look.u(100), SWT.DEFAULT).applyTo(words);
        Kit.name(area.getShell(), text);
    }
}
