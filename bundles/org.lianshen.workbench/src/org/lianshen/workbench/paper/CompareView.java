package org.lianshen.workbench.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.service.DocumentService;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.PaperDifference;
import org.lianshen.service.document.PaperDifference.Change;
import org.lianshen.service.document.TextDifference;
import org.lianshen.service.document.TextDifference.Run;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;

/** Two versions of a paper: what changed, before and after side by side, with the characters that differ marked. */
final class CompareView implements DialogService.View {

    private final Kit kit;
    private final Tasks tasks;
    private final DocumentService documents;
    private final PaperMessages messages;
    private final Texts texts;
    private final String name;
    private final PaperKey key;
    private final List<IssuedPaper> versions;
    private final Consumer<PaperAddress> note;
    private Combo older;
    private Combo newer;
    private Label count;
    private ScrolledComposite scroll;
    private Composite list;

    /** @param versions at least one; {@code note} opens the list of changes as a paper */
    CompareView(Kit kit, Tasks tasks, DocumentService documents, PaperMessages messages, Texts texts, String name, PaperKey key, List<IssuedPaper> versions, Consumer<PaperAddress> note) {
        this.kit = kit;
        this.tasks = tasks;
        this.documents = documents;
        this.messages = messages;
        this.texts = texts;
        this.name = name;
        this.key = key;
        this.versions = List.copyOf(versions);
        this.note = note;
    }

    @Override
    public String title() {
        return messages.compare;
    }

    @Override
    public Control create(Composite parent) {
        Composite area = kit.box(parent, 1);
        kit.bold(area, name);
        Composite bar = kit.row(area, 6);
        List<String> words = new ArrayList<>(versions.stream().map(issued -> messages.format(messages.versionOf, issued.version(), issued.content().printedOn().toString())).toList());
        kit.text(bar, messages.older);
        older = kit.choice(bar, messages.older, words.toArray(String[]::new));
        kit.text(bar, messages.newer);
        words.add(messages.factsNow);
        newer = kit.choice(bar, messages.newer, words.toArray(String[]::new));
        older.select(Math.max(0, versions.size() - 2));
        newer.select(versions.size() == 1 ? 1 : versions.size() - 1);
        older.addListener(SWT.Selection, event -> load());
        newer.addListener(SWT.Selection, event -> load());
        count = kit.muted(bar, "");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
        kit.link(bar, messages.note, () -> {
            PaperAddress address = new PaperAddress(key, chosenNewer(), chosenOlder());
            area.getShell().close();
            note.accept(address);
        });
        scroll = kit.scroll(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(90), kit.look().u(110)).applyTo(scroll);
        list = kit.box(scroll, 3);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(kit.look().u(2), kit.look().u(2)).spacing(kit.look().u(4), kit.look().u(3)).applyTo(list);
        scroll.setContent(list);
        scroll.addListener(SWT.Resize, event -> measure());
        load();
        return area;
    }

    private int chosenOlder() {
        return versions.get(older.getSelectionIndex()).version();
    }

    /** 0 for the facts as they are now. */
    private int chosenNewer() {
        int index = newer.getSelectionIndex();
        return index < versions.size() ? versions.get(index).version() : 0;
    }

    private void load() {
        int before = chosenOlder();
        int after = chosenNewer();
        tasks.run(list, messages.comparing, progress -> documents.compare(key, before, after), this::show);
    }

    private void show(PaperDifference difference) {
        Kit.clear(list);
        List<Change> changes = difference.changes();
        count.setText(changes.isEmpty() ? messages.same : messages.format(messages.differences, changes.size()));
        if (!changes.isEmpty()) {
            for (String head : List.of(messages.place, messages.before, messages.after)) {
                kit.bold(list, head);
            }
        }
        for (Change change : changes) {
            String place = texts.format(change.place());
            Label label = kit.wrapped(list, place);
            GridDataFactory.fillDefaults().hint(kit.look().characters(14), SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(label);
            TextDifference.Sides sides = TextDifference.of(change.before(), change.after());
            side(place + " " + messages.before, sides.before(), Tone.BLOCK);
            side(place + " " + messages.after, sides.after(), Tone.OK);
        }
        count.requestLayout();
        list.layout(true, true);
        measure();
    }

    private void side(String spoken, List<Run> runs, Tone tone) {
        var text = new StyledText(list, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
        text.setCaret(null);
        text.setFont(kit.look().base());
        text.setBackground(list.getBackground());
        text.setForeground(runs.isEmpty() ? kit.look().muted() : kit.look().text());
        Kit.name(text, spoken);
        var whole = new StringBuilder();
        List<StyleRange> marks = new ArrayList<>();
        for (Run run : runs) {
            if (run.differs()) {
                var mark = new StyleRange(whole.length(), run.text().length(), kit.look().tone(tone), kit.look().tint(tone));
                mark.underline = true;
                marks.add(mark);
            }
            whole.append(run.text());
        }
        text.setText(runs.isEmpty() ? messages.none : whole.toString());
        text.setStyleRanges(marks.toArray(StyleRange[]::new));
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(30), SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(text);
    }

    private void measure() {
        scroll.setMinHeight(list.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
    }
}
