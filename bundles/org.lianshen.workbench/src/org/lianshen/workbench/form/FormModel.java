package org.lianshen.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/** A form without widgets: sections of fields, their values, and what is wrong with them. Tests work on this; {@link FormView} only shows it. */
public final class FormModel {

    private final FormWords words;
    private final List<Section> sections = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public FormModel(WorkbenchMessages messages) {
        words = new FormWords(messages);
    }

    /** Adds a section. @param title empty for a form of a single, unnamed section */
    public Section section(String id, String title) {
        Section section = new Section(id, title);
        sections.add(section);
        return section;
    }

    public List<Section> sections() {
        return List.copyOf(sections);
    }

    public List<Field<?>> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    /** @throws IllegalArgumentException if there is no such field */
    public Field<?> field(String id) {
        return fields().stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** What is wrong with a field; null when nothing is. */
    public String problem(Field<?> field) {
        return field.problem(words);
    }

    /** Why the form cannot be kept now: the first thing that is wrong, in words; empty when nothing is. Fits {@code FlatButton.allowUnless} and {@code Box.missing}. */
    public String missing() {
        for (Field<?> field : fields()) {
            String problem = problem(field);
            if (problem != null) {
                return problem;
            }
        }
        return "";
    }

    /** Called after each change of any field. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Shows what is missing in fields that nobody has typed into yet, too: after an attempt to submit. */
    public void touchAll() {
        fields().forEach(Field::touch);
        tell();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Fields under one heading, and areas that are no fields, such as a sheet. */
    public final class Section {

        private final String id;
        private final String title;
        private final List<Object> items = new ArrayList<>();
        private Tone tone;

        private Section(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public <V> Field<V> add(Field<V> field) {
            items.add(field);
            field.listen(FormModel.this::tell);
            return field;
        }

        /** Something of one's own over the whole width. */
        public void add(Function<Composite, ? extends org.eclipse.swt.widgets.Control> area) {
            items.add(new Area(area));
        }

        public String id() {
            return id;
        }

        public String title() {
            return title;
        }

        public List<Field<?>> fields() {
            List<Field<?>> fields = new ArrayList<>();
            for (Object item : items) {
                if (item instanceof Field<?> field) {
                    fields.add(field);
                }
            }
            return fields;
        }

        List<Object> items() {
            return items;
        }

        /** A state found elsewhere, such as by the rules of a service; the worse of it and the fields' own is shown. */
        public void setTone(Tone tone) {
            this.tone = tone;
            tell();
        }

        /** BLOCK where a field is wrong or missing, otherwise what was set, otherwise OK. */
        public Tone tone() {
            boolean wrong = fields().stream().anyMatch(field -> problem(field) != null);
            return wrong ? Tone.BLOCK : tone == null ? Tone.OK : tone;
        }
    }

    record Area(Function<Composite, ? extends org.eclipse.swt.widgets.Control> maker) {
    }
}
