package org.lianshen.review.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.kit.Kit;

/** A box of a few fields for one act: choices, lines and words, and what is still missing. */
final class ActBox implements DialogService.Box {

    private static final int WIDTH = 90;
    private static final int WORDS_HEIGHT = 16;

    private final Kit kit;
    private final String title;
    private final String verb;
    private final List<Field> fields = new ArrayList<>();
    private String note = "";
    private Supplier<String> missing = () -> "";

    ActBox(Kit kit, String title, String verb) {
        this.kit = kit;
        this.title = title;
        this.verb = verb;
    }

    /** What is typed or chosen. */
    static final class Field {

        private final String label;
        private final List<String> words;
        private final boolean several;
        private String value;
        private int index;
        private Path path;
        private DialogService chooser;
        private FileKind[] kinds;
        private String verb;

        private Field(String label, List<String> words, boolean several, String value, int index) {
            this.label = label;
            this.words = words;
            this.several = several;
            this.value = value;
            this.index = index;
        }

        String text() {
            return value.strip();
        }

        boolean blank() {
            return value.isBlank();
        }

        /** Null where no file was chosen. */
        Path path() {
            return path;
        }

        /** Which of the words is chosen, −1 where none is. */
        int index() {
            return index;
        }

        /** Empty where what is typed is no day. */
        Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(text()));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    Field choice(String label, List<String> words, int chosen) {
        return add(new Field(label, words, false, "", chosen));
    }

    Field line(String label, String value) {
        return add(new Field(label, List.of(), false, value, -1));
    }

    Field words(String label) {
        return add(new Field(label, List.of(), true, "", -1));
    }

    /** A file that may be chosen. @param endings that it can have; any where none are given */
    Field file(DialogService dialogs, String label, String verb, String... endings) {
        Field field = new Field(label, List.of(), false, "", -1);
        field.chooser = dialogs;
        field.kinds = endings.length == 0 ? new FileKind[0] : new FileKind[] {new FileKind(label, endings)};
        field.verb = verb;
        return add(field);
    }

    private Field add(Field field) {
        fields.add(field);
        return field;
    }

    ActBox note(String text) {
        note = text;
        return this;
    }

    /** @param what says what is missing, empty where nothing is */
    ActBox unless(Supplier<String> what) {
        missing = what;
        return this;
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
        var area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
        if (!note.isEmpty()) {
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(kit.look().u(WIDTH), SWT.DEFAULT).applyTo(kit.wrapped(area, note));
        }
        for (Field field : fields) {
            kit.muted(area, field.label);
            if (field.chooser != null) {
                file(area, field, state);
            } else if (field.words.isEmpty()) {
                entry(area, field, state);
            } else {
                combo(area, field, state);
            }
        }
        return area;
    }

    private void entry(Composite area, Field field, Runnable state) {
        Text text = kit.entry(area, field.label, field.several ? SWT.MULTI | SWT.WRAP : SWT.NONE);
        text.setText(field.value);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().u(WIDTH), field.several ? kit.look().u(WORDS_HEIGHT) : SWT.DEFAULT).applyTo(text);
        if (field.several) {
            text.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        }
        text.addListener(SWT.Modify, event -> {
            field.value = text.getText();
            state.run();
        });
    }

    private void file(Composite area, Field field, Runnable state) {
        Composite row = kit.row(area, 2);
        Text name = kit.entry(row, field.label, SWT.READ_ONLY);
        name.setText(field.value);
        kit.button(row, field.verb, () -> field.chooser.openFiles(field.label, false, field.kinds).forEach(chosen -> {
            field.path = chosen;
            field.value = chosen.getFileName().toString();
            name.setText(field.value);
            state.run();
        }));
    }

    private void combo(Composite area, Field field, Runnable state) {
        Combo combo = kit.choice(area, field.label, field.words.toArray(String[]::new));
        if (field.index >= 0) {
            combo.select(field.index);
        }
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addListener(SWT.Selection, event -> {
            field.index = combo.getSelectionIndex();
            state.run();
        });
    }

    @Override
    public String missing() {
        return missing.get();
    }
}
