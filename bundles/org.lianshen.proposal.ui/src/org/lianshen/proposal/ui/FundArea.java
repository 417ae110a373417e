package org.lianshen.proposal.ui;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.proposal.ui.FundMatrix.Row;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Edit;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** The plan of funds as a matrix of sources and years, with the sum of each year and of all. */
final class FundArea {

    private final Kit kit;
    private final Grids grids;
    private final Texts texts;
    private final ProposalMessages messages;
    private final ProposalModel model;
    private final int thisYear;
    private final Composite area;
    private final Composite frame;
    private final Label footer;
    private final Label findings;
    private List<Integer> years = List.of();
    private Grid<Row> grid;
    private boolean writing;

    FundArea(Composite parent, Kit kit, Grids grids, Texts texts, ProposalMessages messages, ProposalModel model, int thisYear) {
        this.kit = kit;
        this.grids = grids;
        this.texts = texts;
        this.messages = messages;
        this.model = model;
        this.thisYear = thisYear;
        Look look = kit.look();
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(area);
        kit.section(area, texts.get("form.table.funds"));
        kit.caption(area, messages.fundsHint);
        frame = kit.box(area, 1);
        frame.setBackground(look.line());
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(frame);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(frame);
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

    /** @param row of the form's list of shares, from 0; -1 for the whole */
    void reveal(int row) {
        grid.setFocus();
        if (row >= 0 && row < model.form().funds().size()) {
            grid.selectRow(model.form().funds().get(row).kind().ordinal());
        }
    }

    private void on(ProposalModel.Event event) {
        if (area.isDisposed()) {
            return;
        }
        switch (event) {
            case LOADED -> load();
            case FORM -> {
                if (!writing) {
                    load();
                }
                foot();
            }
            case CHECKED -> foot();
            case WORDS, SAVED -> {
            }
        }
    }

    private void load() {
        List<Integer> now = FundMatrix.years(model.form(), thisYear);
        if (!now.equals(years)) {
            years = now;
            make();
        }
        List<Row> rows = FundMatrix.rows(model.form());
        if (!rows.equals(grid.rows())) {
            grid.setRows(rows);
        }
        foot();
    }

    private void make() {
        Kit.clear(frame);
        var columns = new ArrayList<Column<Row>>();
        columns.add(new Column<>("fund", "proposal.head.fund", Type.TEXT, 19, row -> texts.get(row.sums() ? "table.total" : "proposal.fund." + row.kind().name())));
        for (int year : years) {
            columns.add(new Column<>("y" + year, messages.format(messages.yearColumn, String.valueOf(year)), Type.MONEY, 13,
                    row -> row.sums() ? model.form().fundsOf(year) : row.amounts().get(year)));
        }
        columns.add(new Column<>("total", "proposal.head.fundTotal", Type.MONEY, 13, row -> row.sums() ? model.form().fundTotal() : row.total()));
        columns.add(new Column<>("documentNo", "proposal.head.documentNo", Type.TEXT, 22, Row::documentNo));
        grid = grids.sheet(frame, new TableSpec<>("proposal.funds." + years.size(), "form.table.funds", columns));
        grid.hideBar();
        for (int year : years) {
            grid.edit("y" + year, Edit.<Row>money((row, money) -> row.with(year, money)).only(this::editable));
        }
        grid.edit("documentNo", Edit.text(Row::withDocumentNo).only(this::editable));
        grid.editable(null, this::typed);
        grid.strong(Row::sums);
        Look look = kit.look();
        ((GridData) grid.area().getLayoutData()).heightHint = look.u(8) + FundMatrix.rows(ProposalForm.EMPTY).size() * look.u(6.5) + look.u(5);
        area.layout(true, true);
    }

    private boolean editable(Row row) {
        return model.editable() && !row.sums();
    }

    private void typed(List<Row> rows) {
        writing = true;
        try {
            model.change(form -> form.withFunds(FundMatrix.shares(rows, form)));
        } finally {
            writing = false;
        }
        grid.refresh();
    }

    private void foot() {
        ProposalForm form = model.form();
        Money total = form.money(ProposalField.TOTAL_INVESTMENT);
        Money funds = form.fundTotal();
        boolean differs = total != null && !funds.equals(total);
        Look look = kit.look();
        footer.setText(total == null ? messages.format(messages.fundSum, funds.wanText())
                : differs ? messages.format(messages.fundDiffers, funds.wanText(), total.wanText(), funds.minus(total).wanText())
                : messages.format(messages.fundAgrees, funds.wanText()));
        footer.setForeground(differs ? look.tone(Tone.BLOCK) : look.muted());
        findings.setText(String.join("\n", model.at("funds").stream().filter(finding -> finding.severity() == Severity.E && !finding.check().equals("P01")).map(finding -> texts.format(finding.message())).toList())
                .replace("&", "&&"));
        area.layout(true, true);
    }
}
