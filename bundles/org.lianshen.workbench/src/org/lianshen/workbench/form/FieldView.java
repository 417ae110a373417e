package org.lianshen.workbench.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.Money;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/** One field on the screen: label with the mark of a required one, what is wrong beside it, the native widget, help and example below. */
final class FieldView {

    private final Kit kit;
    private final Look look;
    private final FormModel model;
    private final Field<?> field;
    private final WorkbenchMessages messages;
    private final Composite area;
    private Label problem;
    private Control widget;
    private List<Field.Choice> choices = List.of();
    private boolean updating;

    FieldView(Kit kit, Composite parent, FormModel model, Field<?> field) {
        this.kit = kit;
        this.model = model;
        this.field = field;
        look = kit.look();
        messages = kit.messages();
        area = kit.box(parent, 1);
        area.setData(Columns.WIDE, field.isWide());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(area);
        if (field.kind() != Field.Kind.CHECK) {
            heading();
        }
        makeWidget();
        problem = kit.wrapped(area, "");
        problem.setForeground(look.tone(Tone.BLOCK));
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(30), SWT.DEFAULT).exclude(true).applyTo(problem);
        if (!field.help().isEmpty() || !field.example().isEmpty()) {
            Label help = new Label(area, SWT.WRAP);
            help.setText((field.example().isEmpty() ? field.help() : messages.format(messages.helpExample, field.help(), field.example())).replace("&", "&&"));
            help.setFont(look.caption());
            help.setForeground(look.muted());
            help.setBackground(area.getBackground());
            GridDataFactory.fillDefaults().grab(true, false).hint(look.u(30), SWT.DEFAULT).applyTo(help);
        }
        Kit.name(widget, () -> {
            String wrong = shownProblem();
            String name = field.isRequired() ? messages.format(messages.fieldRequired, field.label()) : field.label();
            return wrong == null ? name : messages.format(messages.fieldWrong, name, wrong);
        });
        update();
    }

    Composite area() {
        return area;
    }

    Control widget() {
        return widget;
    }

    void setFocus() {
        widget.setFocus();
    }

    /** @return whether the form must be laid out anew */
    boolean update() {
        updating = true;
        try {
            put();
        } finally {
            updating = false;
        }
        if (widget instanceof Text text) {
            text.setEditable(field.locked() == null);
            text.setBackground(field.locked() == null ? null : look.raised());
        } else {
            widget.setEnabled(field.locked() == null);
        }
        widget.setToolTipText(field.locked() != null ? field.locked() : exact() != null ? exact() : field.label());
        boolean moved = area.getVisible() != field.isShown();
        area.setVisible(field.isShown());
        String wrong = shownProblem();
        String words = wrong == null ? "" : wrong.replace("&", "&&");
        if (!problem.getText().equals(words)) {
            problem.setText(words);
            Kit.renamed(widget);
            ((GridData) problem.getLayoutData()).exclude = wrong == null;
            problem.setVisible(wrong != null);
            area.layout(true, true);
            moved = true;
        }
        return moved;
    }

    private String shownProblem() {
        return field.isTouched() ? model.problem(field) : null;
    }

    private String exact() {
        return field.value() instanceof Money money ? messages.format(messages.exactYuan, money.yuanText()) : null;
    }

    private void heading() {
        Composite head = kit.row(area, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(1), 0).applyTo(head);
        kit.text(head, field.kind() == Field.Kind.MONEY ? messages.format(messages.inWan, field.label()) : field.label());
        Label mark = kit.toned(head, Tone.BLOCK, field.isRequired() ? "*" : "");
        mark.setToolTipText(field.isRequired() ? messages.required : null);
    }

    private void makeWidget() {
        switch (field.kind()) {
            case TEXT -> line(SWT.NONE);
            case SECRET -> line(SWT.PASSWORD);
            case MONEY, NUMBER -> line(SWT.RIGHT);
            case LONG_TEXT -> {
                Text text = line(SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
                GridDataFactory.fillDefaults().grab(true, false).hint(look.u(30), look.u(20)).applyTo(text);
                // Tab leaves the field, as everywhere else in the form.
                text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
            }
            case DATE -> date();
            case CHOICE -> choice();
            case CHECK -> check();
        }
        // Tabbing past a field is an answer to it; a window that loses the focus is none.
        widget.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT) {
                field.touch();
                update();
            }
        });
    }

    private Text line(int style) {
        return line(area, style);
    }

    private Text line(Composite parent, int style) {
        Text text = new Text(parent, SWT.BORDER | style);
        text.setFont(look.base());
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(30), SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> {
            if (!updating) {
                field.type(text.getText());
            }
        });
        widget = text;
        return text;
    }

    private void date() {
        Composite row = kit.row(area, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(1), 0).applyTo(row);
        Text text = line(row, SWT.NONE);
        text.setMessage(messages.datePattern);
        kit.iconButton(row, Icon.CALENDAR_EVENT, messages.format(messages.chooseDate, field.label()), () -> calendar(text));
    }

    private void calendar(Text text) {
        DateEntry.calendar(look, text, field.value() instanceof LocalDate date ? date : null, day -> text.setText(day.toString()));
    }

    private void choice() {
        Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setFont(look.base());
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(30), SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, event -> {
            int index = combo.getSelectionIndex();
            if (!updating && index >= 0) {
                field.type(choices.get(index).code());
            }
        });
        widget = combo;
    }

    private void check() {
        Button button = new Button(area, SWT.CHECK);
        button.setText(field.label());
        button.setFont(look.base());
        button.setForeground(look.text());
        button.setBackground(area.getBackground());
        button.addListener(SWT.Selection, event -> field.type(String.valueOf(button.getSelection())));
        widget = button;
    }

    /** The field's state into the widget, only where it differs: a Chinese input method loses its composition when the text is set under it. */
    private void put() {
        switch (widget) {
            case Text text -> {
                if (!text.getText().equals(field.typed())) {
                    text.setText(field.typed());
                }
            }
            case Combo combo -> {
                if (!choices.equals(field.choices())) {
                    choices = field.choices();
                    combo.setItems(choices.stream().map(Field.Choice::label).toArray(String[]::new));
                }
                int wanted = -1;
                for (int i = 0; i < choices.size(); i++) {
                    wanted = Objects.equals(choices.get(i).code(), field.value()) ? i : wanted;
                }
                if (wanted < 0) {
                    combo.deselectAll();
                } else if (combo.getSelectionIndex() != wanted) {
                    combo.select(wanted);
                }
            }
            case Button button -> button.setSelection(Boolean.TRUE.equals(field.value()));
            default -> throw new IllegalStateException(widget.toString());
        }
    }
}
