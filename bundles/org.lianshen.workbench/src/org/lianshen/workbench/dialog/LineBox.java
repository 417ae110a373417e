package org.lianshen.workbench.dialog;

import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.workbench.kit.Kit;

/** Asks for one line. */
final class LineBox implements DialogService.Box {

    private final Kit kit;
    private final String title;
    private final String verb;
    private final String label;
    private final UnaryOperator<String> check;
    private String value;

    LineBox(Kit kit, String title, String verb, String label, String value, UnaryOperator<String> check) {
        this.kit = kit;
        this.title = title;
        this.verb = verb;
        this.label = label;
        this.value = value;
        this.check = check;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        kit.text(parent, label);
        Text text = kit.entry(parent, label, SWT.NONE);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(48), SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> {
            value = text.getText();
            state.run();
        });
        return text;
    }

    @Override
    public String missing() {
        String problem = check.apply(value);
        return problem == null ? "" : problem;
    }

    String value() {
        return value;
    }
}
