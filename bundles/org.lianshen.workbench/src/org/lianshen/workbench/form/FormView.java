package org.lianshen.workbench.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** Shows a {@link FormModel}: headings, fields in two columns where there is room, what is wrong beside each label, scrolled. */
public final class FormView {

    private final Kit kit;
    private final FormModel model;
    private final ScrolledComposite scroll;
    private final Composite content;
    private final Map<String, Control> headings = new LinkedHashMap<>();
    private final Map<Field<?>, FieldView> fields = new HashMap<>();
    private boolean laidOut;

    public FormView(Kit kit, Composite parent, FormModel model) {
        this(kit, parent, model, kit.look().u(6), kit.look().u(4));
    }

    /** @param marginX at the left and right; 0 in a page or box that has margins of its own */
    public FormView(Kit kit, Composite parent, FormModel model, int marginX, int marginY) {
        this.kit = kit;
        this.model = model;
        Look look = kit.look();
        scroll = kit.scroll(parent);
        content = kit.box(scroll, 1);
        content.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().margins(marginX, marginY).spacing(0, look.u(3)).applyTo(content);
        for (FormModel.Section section : model.sections()) {
            show(section);
        }
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> fit());
        model.onChange(this::changed);
        laidOut = true;
        fit();
    }

    /** The whole; give it layout data. */
    public Control control() {
        return scroll;
    }

    /** Scrolls to a section and puts the focus into its first field. */
    public void reveal(String section) {
        Control heading = headings.get(section);
        if (heading != null) {
            scroll.setOrigin(0, heading.getLocation().y);
            model.sections().stream().filter(each -> each.id().equals(section)).flatMap(each -> each.fields().stream()).filter(Field::isShown).findFirst()
                    .ifPresent(field -> fields.get(field).setFocus());
        }
    }

    /** Scrolls to a field and puts the focus into it. */
    public void reveal(Field<?> field) {
        FieldView view = fields.get(field);
        scroll.showControl(view.area());
        view.setFocus();
    }

    /** To the first field with something wrong. @return whether there is one */
    public boolean revealProblem() {
        model.touchAll();
        for (Field<?> field : model.fields()) {
            if (model.problem(field) != null) {
                reveal(field);
                return true;
            }
        }
        return false;
    }

    public void setFocus() {
        model.fields().stream().filter(Field::isShown).findFirst().ifPresent(field -> fields.get(field).setFocus());
    }

    /** The widget one types into, for tests and for what a form must do to it beyond its model. */
    public Control widget(Field<?> field) {
        return fields.get(field).widget();
    }

    /** Lays out anew after an area of one's own has changed its height. */
    public void fit() {
        if (!laidOut) {
            return;
        }
        int width = scroll.getClientArea().width;
        if (width > 0) {
            Point size = content.computeSize(width, SWT.DEFAULT);
            scroll.setMinHeight(size.y);
            content.layout(true, true);
        }
    }

    /** The height of the whole at a width, for a form that stands in a page which scrolls itself. */
    public int height(int width) {
        return content.computeSize(width, SWT.DEFAULT, true).y;
    }

    /** A list of the sections with a mark each, to stand at the left of the form. */
    public Composite sectionList(Composite parent) {
        return new SectionList(kit, parent, model, this::reveal).area();
    }

    private void show(FormModel.Section section) {
        Look look = kit.look();
        Composite head = kit.box(content, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1.5)).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, headings.isEmpty() ? 0 : look.u(3)).applyTo(head);
        if (!section.title().isEmpty()) {
            kit.section(head, section.title());
            kit.line(head);
        }
        headings.put(section.id(), head);
        Composite body = kit.box(content, 1);
        body.setLayout(new Columns(look.characters(84), look.u(6), look.u(3)));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(body);
        for (Object item : section.items()) {
            if (item instanceof Field<?> field) {
                fields.put(field, new FieldView(kit, body, model, field));
            } else if (item instanceof FormModel.Area area) {
                Control control = area.maker().apply(body);
                control.setData(Columns.WIDE, true);
            }
        }
    }

    private void changed() {
        if (scroll.isDisposed()) {
            return;
        }
        boolean moved = false;
        for (FieldView view : fields.values()) {
            moved |= view.update();
        }
        if (moved) {
            fit();
        }
    }
}
