package org.lianshen.proposal.ui;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.ProposalService;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.table.DifferenceTable;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** Two versions of a form field by field; the draft counts as the newest. */
final class CompareBox implements DialogService.View {

    private final Kit kit;
    private final Grids grids;
    private final Tasks tasks;
    private final ProposalService proposals;
    private final Texts texts;
    private final ProposalMessages messages;
    private final List<Named> versions = new ArrayList<>();
    private Composite area;
    private Combo older;
    private Combo newer;
    private Label count;
    private ListTable<Difference> table;

    private record Named(String name, ProposalForm form) {
    }

    CompareBox(Kit kit, Grids grids, Tasks tasks, ProposalService proposals, Texts texts, ProposalMessages messages, Proposal proposal, ProposalForm draft) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.proposals = proposals;
        this.texts = texts;
        this.messages = messages;
        proposal.versions().forEach(version -> versions.add(new Named(messages.format(messages.version, version.no()), version.form())));
        if (draft != null) {
            versions.add(new Named(messages.draftVersion, draft));
        }
    }

    int versions() {
        return versions.size();
    }

    @Override
    public String title() {
        return messages.compareTitle;
    }

    @Override
    public Control create(Composite parent) {
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(2)).applyTo(area);
        Composite head = kit.row(area, 5);
        kit.text(head, messages.compareOlder);
        older = combo(head, messages.compareOlder, versions.size() - 2);
        kit.text(head, messages.compareNewer);
        newer = combo(head, messages.compareNewer, versions.size() - 1);
        count = kit.muted(head, "");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(count);
        table = grids.list(area, new DifferenceTable(texts).spec("proposal.head.before", "proposal.head.after"));
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(120), kit.look().u(90)).applyTo(table.table());
        compare();
        return area;
    }

    private Combo combo(Composite parent, String name, int selected) {
        Combo combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setFont(kit.look().base());
        combo.setItems(versions.stream().map(Named::name).toArray(String[]::new));
        combo.select(Math.max(0, selected));
        Kit.name(combo, name);
        combo.addListener(SWT.Selection, event -> compare());
        return combo;
    }

    private void compare() {
        ProposalForm before = versions.get(older.getSelectionIndex()).form();
        ProposalForm after = versions.get(newer.getSelectionIndex()).form();
        tasks.run(area, messages.comparing, progress -> proposals.compare(before, after), differences -> {
            table.setRows(differences);
            count.setText(messages.format(messages.compareCount, differences.size()));
        });
    }
}
