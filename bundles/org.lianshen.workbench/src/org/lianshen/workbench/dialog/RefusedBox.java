package org.lianshen.workbench.dialog;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** A box that comes back with what was typed in it, because what it asked for was refused: above the fields stands why. */
final class RefusedBox implements DialogService.Box {

    private final Kit kit;
    private final DialogService.Box box;
    private final String why;

    RefusedBox(Kit kit, DialogService.Box box, String why) {
        this.kit = kit;
        this.box = box;
        this.why = why;
    }

    @Override
    public String title() {
        return box.title();
    }

    @Override
    public String verb() {
        return box.verb();
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        Composite said = kit.card(area, 1);
        said.setBackground(kit.look().tint(Tone.BLOCK));
        var words = kit.wrapped(said, why);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().u(90), SWT.DEFAULT).applyTo(words);
        Control content = box.create(area, state);
        if (content.getLayoutData() == null) {
            GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        }
        return area;
    }

    @Override
    public String missing() {
        return box.missing();
    }

    @Override
    public boolean accept() {
        return box.accept();
    }
}
