package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.LineApproval;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.model.review.ProposedCuts;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Edit;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** 核定额 of each estimate line. The sum is never typed: it is what was applied for less what is cut on the lines. */
final class AmountSheet {

    private final Kit kit;
    private final ReviewMessages messages;
    private final Texts texts;
    private final Review review;
    private final Runnable changed;
    private final Grid<Line> grid;
    private final Label total;
    private List<LineApproval> lines;

    /** @param lines what is approved of single lines; of all others the whole. @param closed whether nothing can be typed */
    AmountSheet(Composite parent, Kit kit, Grids grids, ReviewMessages messages, Texts texts, Review review, List<LineApproval> lines, boolean closed, Runnable changed) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        this.review = review;
        this.changed = changed;
        this.lines = List.copyOf(lines);
        Composite head = kit.row(parent, 3);
        kit.section(head, messages.approved);
        if (!closed) {
            boolean cuts = !ProposedCuts.lines(review.state(), review.proposal().form()).isEmpty();
            kit.quiet(head, messages.takeOverCuts, this::takeOver).allowUnless(cuts ? "" : messages.noCutsProposed);
            kit.quiet(head, messages.nothingCut, () -> take(List.of()));
        }
        var spec = new TableSpec<Line>("meetingLines", "review.lines.title",
                List.of(new Column<>("item", "review.lines.item", Type.TEXT, 24, row -> String.join("  ", row.line().code().name(), row.line().item())),
                        new Column<>("applied", "review.lines.applied", Type.MONEY, 10, row -> row.line().amount()),
                        new Column<>("approved", "review.lines.approved", Type.MONEY, 10, row -> row.approval().approved()),
                        new Column<>("reason", "review.lines.reason", Type.TEXT, 22, row -> row.approval().reason())));
        grid = grids.sheet(parent, spec);
        grid.hideBar();
        grid.tint(row -> row.above() ? Tone.BLOCK : null);
        rows();
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().u(100), grid.preferredHeight() + kit.look().u(1)).applyTo(grid.area());
        total = kit.bold(parent, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(total);
        total();
        if (!closed) {
            grid.edit("approved", Edit.money((row, money) -> row.with(money == null ? Money.ZERO : money, row.approval().reason())));
            grid.edit("reason", Edit.text((row, text) -> row.with(row.approval().approved(), text)));
            grid.editable(null, rows -> {
                this.lines = rows.stream().filter(Line::differs).map(Line::approval).toList();
                total();
                changed.run();
            });
        }
    }

    /** Takes over what the bodies proposed to cut, line by line. */
    void takeOver() {
        take(ProposedCuts.lines(review.state(), review.proposal().form()));
    }

    private void take(List<LineApproval> taken) {
        lines = taken;
        rows();
        total();
        changed.run();
    }

    /** Lines of which less than applied for is approved. */
    List<LineApproval> lines() {
        return lines;
    }

    Money approved() {
        return approved(review, lines);
    }

    /** What was applied for less what is cut on the lines. */
    static Money approved(Review review, List<LineApproval> lines) {
        Map<Integer, Money> asked = new HashMap<>();
        review.proposal().form().estimate().forEach(line -> asked.put(line.no(), line.amount()));
        Money cut = Money.sum(lines.stream().filter(line -> asked.get(line.lineNo()) != null).map(line -> asked.get(line.lineNo()).minus(line.approved())).toList());
        return review.state().applied().minus(cut);
    }

    private void rows() {
        grid.setRows(review.proposal().form().estimate().stream().filter(line -> line.amount() != null)
                .map(line -> new Line(line, lines.stream().filter(approval -> approval.lineNo() == line.no()).findFirst().orElse(new LineApproval(line.no(), line.amount(), "")))).toList());
    }

    private void total() {
        Money applied = review.state().applied();
        List<String> said = new ArrayList<>(List.of(messages.format(messages.approvedOf, applied.wanText(), applied.minus(approved()).wanText(), approved().wanText())));
        List<Line> above = grid.rows().stream().filter(Line::above).toList();
        above.forEach(line -> said.add(messages.format(messages.aboveApplied, line.line().item(), line.approval().approved().wanText(), line.line().amount().wanText())));
        total.setText(String.join("\n", said));
        total.setForeground(above.isEmpty() ? kit.look().text() : kit.look().tone(Tone.BLOCK));
        total.requestLayout();
    }

    private record Line(EstimateLine line, LineApproval approval) {

        Line with(Money approved, String reason) {
            return new Line(line, new LineApproval(line.no(), approved, reason));
        }

        /** More than was applied for: typed, but never decided. */
        boolean above() {
            return approval.approved().compareTo(line.amount()) > 0;
        }

        boolean differs() {
            return !approval.approved().equals(line.amount());
        }
    }
}
