package org.lianshen.workbench.packs;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.pack.PackSection;
import org.lianshen.model.pack.PackValue.Fields;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.packs.PackSheet.Entry;

/** The entry at hand: what it rests on, and its fields to change it. */
final class EntryPane {

    private final Kit kit;
    private final PackMessages messages;
    private final Texts texts;
    private final Composite area;
    private final Acts acts;
    private String readOnly = "";
    private EntryForm form;
    private FormView view;
    private Banner banner;
    private FlatButton keep;

    /** What can be done with the entry. */
    record Acts(Runnable keep, Consumer<Entry> restore, Consumer<Entry> remove, Mover move) {
    }

    /** Moves a body by a number of places. */
    interface Mover {
        void move(Entry body, int places);
    }

    EntryPane(Kit kit, PackMessages messages, Texts texts, Composite parent, Acts acts) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        this.acts = acts;
        area = kit.page(parent);
        empty();
    }

    /** @param why in words, why nothing can be changed; empty where it can */
    void readOnly(String why) {
        readOnly = why;
    }

    void empty() {
        clear();
        kit.empty(area, Icon.SLIDERS, messages.chooseEntry, messages.chooseEntryTodo, null, null);
        area.layout(true, true);
    }

    private void clear() {
        Kit.clear(area);
        form = null;
        view = null;
    }

    void show(PackSheet sheet, Entry entry) {
        clear();
        Composite head = head(entry.name(), entry.key());
        Composite tags = kit.row(head, 4);
        if (entry.verified() != null) {
            kit.tag(tags, entry.verified() ? Tone.OK : Tone.WARN, texts.get(entry.verified() ? "pack.state.verified" : "pack.state.unverified"));
        }
        if (entry.drafted()) {
            kit.tag(tags, Tone.INFO, texts.get("pack.state.drafted"));
        } else if (entry.edited()) {
            kit.tag(tags, Tone.INFO, texts.get("pack.state.edited"));
        }
        if (entry.section() == PackSection.RULES && !sheet.silent(entry.key()).isEmpty()) {
            kit.wrapped(head, sheet.silent(entry.key())).setForeground(kit.look().tone(Tone.WARN));
        }
        clause(head, sheet, entry);
        form = new EntryForm(messages, kit.messages(), texts, sheet.content(), entry.section(), entry.path());
        fields();
        Composite buttons = buttons();
        if (entry.section() == PackSection.BODIES) {
            List<String> order = sheet.bodies();
            kit.button(buttons, messages.up, () -> acts.move().move(entry, -1)).allowUnless(allowed(!order.getFirst().equals(entry.key())));
            kit.button(buttons, messages.down, () -> acts.move().move(entry, 1)).allowUnless(allowed(!order.getLast().equals(entry.key())));
        }
        if (removable(entry, sheet)) {
            kit.button(buttons, messages.remove, () -> acts.remove().accept(entry)).allowUnless(readOnly);
        }
        kit.button(buttons, messages.restore, () -> acts.restore().accept(entry)).hint(messages.restoreHint).allowUnless(readOnly.isEmpty() && !entry.drafted() ? messages.nothingChanged : readOnly);
        finish(buttons);
    }

    private String allowed(boolean possible) {
        return readOnly.isEmpty() && !possible ? messages.nothingChanged : readOnly;
    }

    private static boolean removable(Entry entry, PackSheet sheet) {
        return switch (entry.section()) {
            case BODIES, CHECK_ITEMS -> true;
            case CLAUSES, CALENDAR -> sheet.book().shipped().content().under(entry.section().path()).get(entry.key()) == null;
            case PARAMS, RULES, LISTS, BODY_ORDER, UNITS -> false;
        };
    }

    void add(PackSheet sheet, PackSection section) {
        clear();
        head(messages.add, sheet.sectionName(section));
        form = new EntryForm(messages, kit.messages(), texts, sheet.content(), section, null);
        fields();
        finish(buttons());
        view.setFocus();
    }

    private Composite head(String title, String key) {
        Composite head = kit.box(area, 1);
        GridLayoutFactory.fillDefaults().margins(kit.look().u(4), kit.look().u(3)).spacing(0, kit.look().u(1)).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Label name = kit.wrapped(head, title);
        name.setFont(kit.look().section());
        kit.caption(head, key);
        return head;
    }

    private void clause(Composite head, PackSheet sheet, Entry entry) {
        if (entry.section() == PackSection.CLAUSES || entry.verified() == null) {
            return;
        }
        Fields clause = sheet.content().under(PackSection.CLAUSES.path()).under(entry.clause());
        if (entry.clause().isEmpty() || clause.fields().isEmpty()) {
            kit.caption(head, messages.clauseNone);
            return;
        }
        Composite card = kit.card(head, 1);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        kit.wrapped(card, String.join(" ", List.of(clause.text("document"), clause.text("docNo"), clause.text("place"))));
        kit.wrapped(card, clause.text("quote"));
        boolean verified = clause.flag("verified");
        kit.tag(card, verified ? Tone.OK : Tone.WARN, verified ? messages.clauseVerified : messages.clauseUnverified);
    }

    private void fields() {
        banner = kit.banner(area);
        kit.line(area);
        if (!readOnly.isEmpty()) {
            form.form().fields().forEach(field -> field.lock(readOnly));
        }
        view = new FormView(kit, area, form.form(), kit.look().u(4), kit.look().u(3));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(view.control());
        form.form().onChange(this::allow);
    }

    private Composite buttons() {
        kit.line(area);
        Composite bar = kit.box(area, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(kit.look().u(4), kit.look().u(2)).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Composite row = kit.row(bar, 6);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(row);
        return row;
    }

    private void finish(Composite buttons) {
        keep = kit.primary(buttons, messages.keep, acts.keep()).keys("Ctrl+S");
        allow();
        area.layout(true, true);
    }

    private void allow() {
        if (keep != null && !keep.isDisposed()) {
            keep.allowUnless(readOnly.isEmpty() ? form.missing() : readOnly);
        }
    }

    /** Says at the entry why it was refused. */
    void refused(String why) {
        banner.show(Tone.BLOCK, why, null, null);
    }

    /** Why it cannot be stored; empty when it can. */
    String missing() {
        return form == null ? messages.nothingChanged : !readOnly.isEmpty() ? readOnly : form.missing();
    }

    boolean isChanged() {
        return form != null && readOnly.isEmpty() && form.isChanged();
    }

    EntryForm form() {
        return Objects.requireNonNull(form);
    }

    void showProblems() {
        if (form != null) {
            form.form().touchAll();
            view.revealProblem();
        }
    }
}
