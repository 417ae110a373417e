package org.lianshen.proposal.ui;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.table.DifferenceTable;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Kit;

/** Somebody else stored the draft meanwhile: both sides next to each other, and which one is to count. Nothing is chosen beforehand. */
final class StaleBox implements DialogService.Box {

    private final Kit kit;
    private final Grids grids;
    private final Texts texts;
    private final ProposalMessages messages;
    private final Proposal theirs;
    private final List<Difference> differences;
    private Boolean mine;

    StaleBox(Kit kit, Grids grids, Texts texts, ProposalMessages messages, Proposal theirs, List<Difference> differences) {
        this.kit = kit;
        this.grids = grids;
        this.texts = texts;
        this.messages = messages;
        this.theirs = theirs;
        this.differences = differences;
    }

    /** Whether what is typed here is to count; meaningful after the box was closed by its verb. */
    boolean keepMine() {
        return mine;
    }

    @Override
    public String title() {
        return messages.staleTitle;
    }

    @Override
    public String verb() {
        return messages.staleVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(2)).applyTo(area);
        kit.wrapped(area, messages.format(messages.staleText, theirs.editedBy(), differences.size()));
        ListTable<Difference> table = grids.list(area, new DifferenceTable(texts).spec(messages.staleMine, messages.staleTheirs));
        table.setRows(differences);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(120), kit.look().u(60)).applyTo(table.table());
        choice(area, messages.keepMine, true, state);
        choice(area, messages.format(messages.takeTheirs, theirs.editedBy()), false, state);
        return area;
    }

    private void choice(Composite area, String words, boolean keepMine, Runnable state) {
        Button button = new Button(area, SWT.RADIO);
        button.setText(words.replace("&", "&&"));
        button.setFont(kit.look().base());
        button.setBackground(area.getBackground());
        button.setForeground(kit.look().text());
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                mine = keepMine;
                state.run();
            }
        });
    }

    @Override
    public String missing() {
        return mine == null ? messages.staleMissing : "";
    }
}
