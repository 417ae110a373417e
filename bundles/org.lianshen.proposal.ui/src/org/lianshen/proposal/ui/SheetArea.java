package org.lianshen.proposal.ui;

import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** One table of the form on the screen: its name and buttons, the sheet, what it adds up to, and what the form check says of it as a whole. */
final class SheetArea<T> {

    /** Rows shown at once, at least and at most; the sheet scrolls beyond. */
    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 14;
    /** Height of a row and of the head, as the grid draws them. */
    private static final double ROW = 6.5;
    private static final double HEAD = 8;

    /** Sums at odds with another part: the footer has the same numbers. */
    private static final Set<String> SAID_BY_FOOTER = Set.of("V02");

    private final ProposalModel model;
    private final SheetPlan<T> plan;
    private final Look look;
    private final Texts texts;
    private final Runnable resized;
    private final Composite area;
    private final Grid<T> grid;
    private final FlatButton add;
    private final FlatButton remove;
    private final Label footer;
    private final Label findings;
    private final ProposalMessages messages;
    private int shownRows;
    private boolean writing;

    /** @param heading of the table, empty where the section says it; @param resized after the area has changed its height */
    SheetArea(Composite parent, Kit kit, Grids grids, Texts texts, ProposalMessages messages, ProposalModel model, SheetPlan<T> plan, String heading, Runnable resized) {
        this.model = model;
        this.plan = plan;
        this.texts = texts;
        this.resized = resized;
        this.messages = messages;
        look = kit.look();
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(area);
        Composite head = kit.row(area, 3);
        kit.section(head, heading);
        add = kit.quiet(head, messages.addRow, this::addRow);
        remove = kit.quiet(head, messages.removeRows, this::removeRows);
        Composite frame = kit.box(area, 1);
        frame.setBackground(look.line());
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(frame);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(frame);
        grid = grids.sheet(frame, plan.spec());
        grid.hideBar();
        plan.edits().forEach((column, edit) -> grid.edit(column, edit.only(row -> model.editable())));
        grid.editable(() -> plan.newRow().apply(grid.rows()), this::typed);
        grid.tint(this::tint);
        grid.onSelect(rows -> buttons());
        Composite below = kit.row(area, 2);
        footer = kit.text(below, "");
        findings = kit.wrapped(below, "");
        findings.setForeground(look.tone(Tone.BLOCK));
        model.listen(this::on);
        load();
    }

    Composite control() {
        return area;
    }

    /** @param row of the form, from 0; -1 for the table as a whole */
    void reveal(int row) {
        grid.setFocus();
        if (row >= 0) {
            List<T> rows = grid.rows();
            int kept = -1;
            for (int i = 0; i < rows.size(); i++) {
                kept += plan.blank().test(rows.get(i)) ? 0 : 1;
                if (kept == row) {
                    grid.selectRow(i);
                    return;
                }
            }
        }
    }

    private void on(ProposalModel.Event event) {
        if (area.isDisposed()) {
            return;
        }
        switch (event) {
            case LOADED -> load();
            case FORM -> {
                if (!writing && !kept(grid.rows()).equals(plan.rows().apply(model.form()))) {
                    load();
                }
                foot();
            }
            case CHECKED, WORDS -> {
                grid.refresh();
                foot();
            }
            case SAVED -> {
            }
        }
    }

    private void load() {
        List<T> rows = plan.rows().apply(model.form());
        grid.setRows(rows.isEmpty() && model.editable() ? List.of(plan.newRow().apply(rows)) : rows);
        buttons();
        foot();
        size();
    }

    private void typed(List<T> rows) {
        writing = true;
        try {
            model.change(form -> plan.put().apply(form, kept(rows)));
        } finally {
            writing = false;
        }
        grid.refresh();
        size();
    }

    /** Rows with something written in them. */
    private List<T> kept(List<T> rows) {
        return rows.stream().filter(row -> !plan.blank().test(row)).toList();
    }

    private void addRow() {
        grid.addRow();
        size();
    }

    private void removeRows() {
        grid.removeSelectedRows();
        buttons();
    }

    private void buttons() {
        // The page is made anew when the form is locked or opened: what a locked form has no use for is not offered.
        boolean offered = model.editable() || model.state() == null;
        add.setVisible(offered);
        remove.setVisible(offered);
        remove.allowUnless(grid.selection().isEmpty() ? messages.noRowSelected : null);
    }

    private Tone tint(T row) {
        int index = kept(grid.rows()).indexOf(row);
        if (index < 0) {
            return null;
        }
        List<FormFinding> found = model.at(ProposalModel.place(plan.place(), index));
        if (found.stream().anyMatch(finding -> finding.severity() == Severity.E)) {
            return Tone.BLOCK;
        }
        return found.stream().anyMatch(model::needsReason) ? Tone.WARN : null;
    }

    private void foot() {
        ProposalForm form = model.form();
        SheetPlan.Footer said = plan.footer().apply(form);
        footer.setText(said.text());
        footer.setForeground(said.wrong() ? look.tone(Tone.BLOCK) : look.muted());
        List<String> wrong = model.at(plan.place()).stream().filter(finding -> finding.severity() == Severity.E && !SAID_BY_FOOTER.contains(finding.check()))
                .map(finding -> texts.format(finding.message())).toList();
        String words = String.join("\n", wrong).replace("&", "&&");
        boolean taller = !findings.getText().equals(words);
        findings.setText(words);
        area.layout(true, true);
        if (taller) {
            resized.run();
        }
    }

    private void size() {
        int rows = Math.clamp(grid.rows().size() + 1L, LEAST_ROWS, MOST_ROWS);
        if (rows != shownRows) {
            shownRows = rows;
            GridData data = (GridData) grid.area().getLayoutData();
            data.heightHint = look.u(HEAD) + rows * look.u(ROW) + look.u(5);
            resized.run();
        }
    }
}
