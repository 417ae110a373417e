package org.lianshen.review.ui;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.Money;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.model.review.ProposedCuts;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;

/** 结论 without a meeting: what is decided, what of each estimate line is approved, and under which conditions. */
final class ConcludeBox implements DialogService.Box {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;

    private final Kit kit;
    private final Grids grids;
    private final ReviewMessages messages;
    private final Texts texts;
    private final Review review;
    private final List<DecisionKind> kinds;
    private DecisionKind kind;
    private List<LineApproval> lines;
    private List<Condition> conditions = List.of();
    private String remark = "";

    /** @param kinds to choose from, the first chosen */
    ConcludeBox(Kit kit, Grids grids, ReviewMessages messages, Texts texts, Review review, List<DecisionKind> kinds) {
        this.kit = kit;
        this.grids = grids;
        this.messages = messages;
        this.texts = texts;
        this.review = review;
        this.kinds = kinds;
        kind = kinds.getFirst();
        lines = ProposedCuts.lines(review.state(), review.proposal().form());
    }

    DecisionKind kind() {
        return kind;
    }

    /** Null where the kind has none. */
    Money approved() {
        return kind == DecisionKind.RETURNED ? null : AmountSheet.approved(review, lines);
    }

    List<LineApproval> lines() {
        return kind == DecisionKind.RETURNED ? List.of() : lines;
    }

    List<Condition> conditions() {
        return kind == DecisionKind.CONDITIONAL ? conditions : List.of();
    }

    String remark() {
        return remark;
    }

    @Override
    public String title() {
        return messages.conclude;
    }

    @Override
    public String verb() {
        return messages.conclude;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        ScrolledComposite scroll = kit.scroll(parent);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().u(WIDTH), kit.look().u(HEIGHT)).applyTo(scroll);
        Composite area = kit.box(scroll, 1);
        scroll.setContent(area);
        Runnable layout = () -> {
            area.layout(true, true);
            scroll.setMinSize(area.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
        };
        scroll.addListener(SWT.Resize, event -> layout.run());
        kit.text(area, messages.format(messages.applied, review.state().applied().wanText(), review.state().proposedCut().wanText()));
        Composite head = kit.row(area, 2);
        kit.muted(head, messages.decision);
        Combo choice = kit.choice(head, messages.decision, kinds.stream().map(each -> texts.get("review.decision." + each.name())).toArray(String[]::new));
        choice.select(kinds.indexOf(kind));
        Composite amounts = column(area);
        var sheet = new AmountSheet[1];
        sheet[0] = new AmountSheet(amounts, kit, grids, messages, texts, review, lines, false, () -> {
            lines = sheet[0].lines();
            state.run();
        });
        Composite asked = column(area);
        var rows = new ConditionRows[1];
        rows[0] = new ConditionRows(asked, kit, messages, conditions, review.proposal().form().unit(), null, false, () -> {
            conditions = rows[0].conditions();
            state.run();
        }, layout);
        kit.muted(area, messages.remark);
        Text words = kit.entry(area, messages.remark, SWT.MULTI | SWT.WRAP);
        words.setText(remark);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, kit.look().u(16)).applyTo(words);
        words.addListener(SWT.Modify, event -> {
            remark = words.getText().strip();
            state.run();
        });
        Runnable visible = () -> {
            show(amounts, kind != DecisionKind.RETURNED);
            show(asked, kind == DecisionKind.CONDITIONAL);
            layout.run();
        };
        choice.addListener(SWT.Selection, event -> {
            kind = kinds.get(choice.getSelectionIndex());
            visible.run();
            state.run();
        });
        visible.run();
        return scroll;
    }

    private Composite column(Composite area) {
        Composite column = kit.box(area, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(1)).applyTo(column);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
        return column;
    }

    static void show(Composite box, boolean shown) {
        box.setVisible(shown);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!shown).applyTo(box);
    }

    @Override
    public String missing() {
        return switch (kind) {
            case RETURNED -> remark.isBlank() ? messages.missingReason : "";
            case CONDITIONAL -> conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.text().isBlank() || condition.owner().isBlank()) ? messages.missingCondition
                    : conditions.stream().anyMatch(condition -> condition.due() == null) ? messages.badDate : cutReason();
            default -> cutReason();
        };
    }

    private String cutReason() {
        return lines.stream().filter(line -> line.reason() == null || line.reason().isBlank()).findFirst()
                .map(line -> messages.format(messages.missingCutReason, line.lineNo())).orElse("");
    }
}
