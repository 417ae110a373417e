package org.lianshen.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.StepItem;
import org.lianshen.workbench.look.Look;

/** The sections of a form with a mark each: in order, to be looked at, wrong. */
final class SectionList {

    private final Composite area;
    private final FormModel model;
    private final List<StepItem> items = new ArrayList<>();

    SectionList(Kit kit, Composite parent, FormModel model, Consumer<String> open) {
        this.model = model;
        Look look = kit.look();
        area = kit.box(parent, 1);
        area.setBackground(look.raised());
        GridLayoutFactory.fillDefaults().margins(0, look.u(3)).spacing(0, look.u(0.5)).applyTo(area);
        for (FormModel.Section section : model.sections()) {
            StepItem item = new StepItem(area, look, kit.messages(), section.title());
            item.onPress(() -> open.accept(section.id()));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(item);
            items.add(item);
        }
        model.onChange(this::update);
        update();
    }

    Composite area() {
        return area;
    }

    private void update() {
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isDisposed()) {
                items.get(i).setTone(model.sections().get(i).tone());
            }
        }
    }
}
