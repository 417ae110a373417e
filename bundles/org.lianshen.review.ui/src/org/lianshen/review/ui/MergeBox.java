package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.Message;
import org.lianshen.model.exchange.OpinionComparison;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.review.ui.MergeModel.Way;
import org.lianshen.service.ExchangeService.Incoming;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** What came back: what fits, what is refused and why, and side by side what both sides changed. */
final class MergeBox implements DialogService.Box {

    private static final Way[] WAYS = {Way.OPEN, Way.MINE, Way.THEIRS, Way.FIELDS};

    private final Kit kit;
    private final Texts texts;
    private final PackageMessages messages;
    private final MergeModel model;

    MergeBox(Kit kit, Texts texts, PackageMessages messages, MergeModel model) {
        this.kit = kit;
        this.texts = texts;
        this.messages = messages;
        this.model = model;
    }

    @Override
    public String title() {
        return messages.format(messages.mergeTitle, model.incoming().sender().card().holder());
    }

    @Override
    public String verb() {
        return messages.mergeVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        ScrolledComposite scroll = kit.scroll(parent);
        var area = new Composite(scroll, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(3)).applyTo(area);
        model.incoming().projects().forEach(project -> project(area, project, state));
        scroll.setContent(area);
        scroll.setExpandHorizontal(true);
        scroll.setMinWidth(area.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        area.setSize(area.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        boolean conflicts = !model.incoming().conflicts().isEmpty();
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(conflicts ? 120 : 80), kit.look().u(conflicts ? 110 : 50)).applyTo(scroll);
        return scroll;
    }

    private void project(Composite area, Incoming.Project project, Runnable state) {
        Composite head = kit.row(area, 2);
        kit.tag(head, tone(project.kind()), texts.get("exchange.work." + project.kind().name()));
        kit.bold(head, project.name().isEmpty() ? project.reviewNo() : messages.format(messages.projectName, project.reviewNo(), project.name()));
        if (project.reason() != null) {
            GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(76), SWT.DEFAULT).applyTo(kit.wrapped(area, texts.format(project.reason())));
        }
        if (project.kind() == ReturnedWork.Kind.CONFLICT) {
            conflict(area, project, state);
        }
        kit.line(area);
    }

    private static Tone tone(ReturnedWork.Kind kind) {
        return switch (kind) {
            case FITS -> Tone.OK;
            case CONFLICT -> Tone.WARN;
            case NOTHING_NEW -> Tone.NEUTRAL;
            case REFUSED -> Tone.BLOCK;
        };
    }

    private void conflict(Composite area, Incoming.Project project, Runnable state) {
        UUID id = project.proposal();
        Composite how = kit.row(area, 2);
        kit.muted(how, project.sheet() ? messages.chooseSheet : messages.choose);
        String[] ways = project.sheet() ? new String[] {messages.wayOpen, messages.wayMineSheet, messages.wayTheirsSheet}
                : new String[] {messages.wayOpen, messages.wayMine, messages.wayTheirs, messages.wayFields};
        Combo way = kit.choice(how, messages.format(messages.chooseFor, project.reviewNo()), ways);
        way.select(0);
        var table = new Composite(area, SWT.NONE);
        table.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(kit.look().u(3), kit.look().u(2)).applyTo(table);
        for (String column : new String[] {messages.field, messages.base, messages.mine, messages.theirs, project.sheet() ? "" : messages.taken}) {
            kit.muted(table, column);
        }
        var sides = new ArrayList<Combo>();
        project.fields().forEach(field -> field(table, project, field, sides, state));
        way.addListener(SWT.Selection, event -> {
            model.choose(id, WAYS[way.getSelectionIndex()]);
            sides.forEach(side -> side.setEnabled(model.way(id) == Way.FIELDS));
            state.run();
        });
    }

    private static void top(Control label) {
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
    }

    private void field(Composite table, Incoming.Project project, OpinionComparison.Field field, List<Combo> sides, Runnable state) {
        String label = texts.format(field.label());
        top(kit.text(table, label));
        for (Message value : new Message[] {field.base(), field.mine(), field.theirs()}) {
            GridDataFactory.fillDefaults().hint(kit.look().characters(26), SWT.DEFAULT).applyTo(kit.wrapped(table, value == null ? messages.nothing : texts.format(value)));
        }
        if (project.sheet()) {
            kit.text(table, "");
            return;
        }
        if (!field.contested()) {
            top(kit.muted(table, Objects.equals(field.mine(), field.theirs()) ? messages.same : texts.get("exchange.side." + field.changed().name())));
            return;
        }
        Combo side = kit.choice(table, messages.format(messages.chooseFor, label), messages.wayOpen, texts.get("exchange.side.MINE"), texts.get("exchange.side.THEIRS"));
        side.select(0);
        side.setEnabled(false);
        sides.add(side);
        side.addListener(SWT.Selection, event -> {
            model.choose(project.proposal(), field.key(), switch (side.getSelectionIndex()) {
                case 1 -> Side.MINE;
                case 2 -> Side.THEIRS;
                default -> null;
            });
            state.run();
        });
    }

    @Override
    public String missing() {
        if (!model.incoming().anything()) {
            return messages.nothingToMerge;
        }
        return model.open().map(project -> messages.format(messages.chooseFor, project.reviewNo())).orElse("");
    }
}
