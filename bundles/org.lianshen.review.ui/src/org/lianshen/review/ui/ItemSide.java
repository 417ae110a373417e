package org.lianshen.review.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.ActDetail.Opinion;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Edit;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** The item at hand in a meeting: opinions on top, then decision, approved amounts by line, conditions, votes. */
final class ItemSide {

    private final Kit kit;
    private final Look look;
    private final Grids grids;
    private final ReviewMessages messages;
    private final Texts texts;
    private final RulePack pack;
    private final MeetingModel model;
    private final Review review;
    private final Function<UUID, String> names;
    private final Runnable changed;
    private final Runnable layout;
    private final UUID proposal;
    private final boolean closed;
    private final Composite area;
    private final Composite amounts;
    private final Composite conditionsArea;
    private Composite merging;
    private Label total;
    private List<LineApproval> lines;
    private List<Row> conditions;
    private DecisionKind kind;
    private String discussion;
    private String overrule;
    private UUID into;

    ItemSide(Composite area, Kit kit, Grids grids, ReviewMessages messages, Texts texts, RulePack pack, MeetingModel model, Review review, Function<UUID, String> names, Runnable changed, Runnable layout) {
        this.area = area;
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.messages = messages;
        this.texts = texts;
        this.pack = pack;
        this.model = model;
        this.review = review;
        this.names = names;
        this.changed = changed;
        this.layout = layout;
        this.proposal = review.proposal().id();
        this.closed = model.meeting().closed();
        AgendaItem item = model.item(proposal);
        kind = item.kind();
        discussion = item.discussion() == null ? "" : item.discussion();
        overrule = item.overrule() == null ? "" : item.overrule();
        into = item.mergedInto();
        lines = item.lines().isEmpty() ? MeetingModel.proposed(review.proposal().form().estimate(), largestCuts(), messages.cutProposed) : item.lines();
        conditions = new ArrayList<>(item.conditions().stream().map(condition -> new Row(condition.text(), condition.owner(), condition.due() == null ? "" : condition.due().toString())).toList());
        head();
        decisions();
        amounts = box();
        amounts();
        conditionsArea = box();
        conditions();
        texts();
        votes(item);
        visible();
    }

    /** The largest cut that a body proposed on each line. */
    private Map<Integer, Money> largestCuts() {
        var largest = new HashMap<Integer, Money>();
        for (BodyStatus status : review.state().bodies()) {
            if (status.act() != null && status.act().detail() instanceof Opinion opinion) {
                opinion.cuts().forEach(cut -> largest.merge(cut.lineNo(), cut.amount(), (one, other) -> one.moreThan(other) ? one : other));
            }
        }
        return largest;
    }

    private Composite box() {
        var box = new Composite(area, SWT.NONE);
        box.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        return box;
    }

    private void head() {
        var form = review.proposal().form();
        GridDataFactory.fillDefaults().grab(true, false).applyTo(large(form.name()));
        kit.muted(area, String.join("　", form.unit(), review.proposal().reviewNo()));
        kit.text(area, messages.format(messages.applied, review.state().applied().wanText(), review.state().proposedCut() == null ? Money.ZERO.wanText() : review.state().proposedCut().wanText()));
        Composite strip = Standings.strip(area, look);
        review.state().bodies().forEach(status -> Standings.tile(strip, kit, texts, pack, status));
    }

    private Label large(String text) {
        Label label = kit.wrapped(area, text);
        label.setFont(look.title());
        return label;
    }

    private void decisions() {
        kit.section(area, messages.decision);
        Composite row = Standings.strip(area, look);
        for (DecisionKind choice : DecisionKind.values()) {
            var button = new Button(row, SWT.RADIO);
            button.setText(texts.get("review.decision." + choice.name()));
            button.setFont(look.base());
            button.setForeground(look.text());
            button.setBackground(row.getBackground());
            button.setSelection(kind == choice);
            button.setEnabled(!closed);
            Kit.name(button, String.join(" ", messages.decision, button.getText()));
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    kind = choice;
                    visible();
                    keep();
                }
            });
        }
    }

    private void amounts() {
        kit.section(amounts, messages.approved);
        var spec = new TableSpec<Line>("meetingLines", "review.lines.title",
                List.of(new Column<>("item", "review.lines.item", Type.TEXT, 24, row -> String.join("  ", row.line().code().name(), row.line().item())),
                        new Column<>("applied", "review.lines.applied", Type.MONEY, 10, row -> row.line().amount()),
                        new Column<>("approved", "review.lines.approved", Type.MONEY, 10, row -> row.approval().approved()),
                        new Column<>("reason", "review.lines.reason", Type.TEXT, 22, row -> row.approval().reason())));
        Grid<Line> grid = grids.sheet(amounts, spec);
        grid.hideBar();
        List<EstimateLine> estimate = review.proposal().form().estimate();
        grid.setRows(estimate.stream().map(line -> new Line(line, lines.stream().filter(approval -> approval.lineNo() == line.no()).findFirst().orElse(new LineApproval(line.no(), line.amount(), "")))).toList());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, grid.preferredHeight() + look.u(1)).applyTo(grid.area());
        total = kit.bold(amounts, "");
        total();
        if (!closed) {
            grid.edit("approved", Edit.money((row, money) -> new Line(row.line(), new LineApproval(row.line().no(), money == null ? Money.ZERO : money, row.approval().reason()))));
            grid.edit("reason", Edit.text((row, text) -> new Line(row.line(), new LineApproval(row.line().no(), row.approval().approved(), text))));
            grid.editable(null, rows -> {
                lines = rows.stream().map(Line::approval).toList();
                total();
                keep();
            });
        }
    }

    private void total() {
        total.setText(String.join(" ", messages.total, texts.get("common.wan", MeetingModel.total(lines).wanText())));
        total.getParent().layout();
    }

    private void conditions() {
        Kit.clear(conditionsArea);
        kit.section(conditionsArea, messages.conditions);
        for (int i = 0; i < conditions.size(); i++) {
            condition(i);
        }
        if (!closed) {
            kit.quiet(conditionsArea, messages.addCondition, () -> {
                conditions.add(new Row("", review.proposal().form().unit(), ""));
                conditions();
                area.layout(true, true);
                layout.run();
            });
        }
    }

    private void condition(int index) {
        var row = new Composite(conditionsArea, SWT.NONE);
        row.setBackground(conditionsArea.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(look.u(2), 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Row shown = conditions.get(index);
        Text text = field(row, messages.conditions, shown.text(), 30);
        Text owner = field(row, messages.conditionOwner, shown.owner(), 14);
        Text due = field(row, messages.conditionDue, shown.due(), 11);
        due.setMessage("2026-12-31");
        for (Text field : List.of(text, owner, due)) {
            field.addListener(SWT.Modify, event -> {
                conditions.set(index, new Row(text.getText().strip(), owner.getText().strip(), due.getText().strip()));
                due.setToolTipText(conditions.get(index).date() == null ? messages.badDate : null);
                keep();
            });
        }
        if (!closed) {
            kit.quiet(row, messages.remove, () -> {
                conditions.remove(index);
                conditions();
                area.layout(true, true);
                layout.run();
                keep();
            });
        }
    }

    private Text field(Composite row, String name, String value, int characters) {
        return field(kit.entry(row, name, SWT.NONE), name, value, characters);
    }

    private Text field(Text field, String name, String value, int characters) {
        field.setText(value);
        field.setMessage(name);
        field.setEditable(!closed);
        GridDataFactory.fillDefaults().grab(true, false).hint(look.characters(characters), SWT.DEFAULT).applyTo(field);
        return field;
    }

    private void texts() {
        var box = new Composite(area, SWT.NONE);
        box.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(3), look.u(1)).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        kit.muted(box, messages.discussion);
        Text discussed = field(kit.entry(box, messages.discussion, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL), messages.discussion, discussion, 40);
        GridDataFactory.fillDefaults().grab(true, false).hint(look.characters(40), look.u(16)).applyTo(discussed);
        discussed.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        discussed.addListener(SWT.Modify, event -> {
            discussion = discussed.getText().strip();
            keep();
        });
        kit.muted(box, messages.overrule);
        Text overruled = field(box, messages.overrule, overrule, 40);
        overruled.addListener(SWT.Modify, event -> {
            overrule = overruled.getText().strip();
            keep();
        });
        merging = box();
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(3), look.u(1)).applyTo(merging);
        kit.muted(merging, messages.mergedInto);
        List<AgendaItem> others = model.meeting().agenda().stream().filter(other -> !other.proposal().equals(proposal)).toList();
        Combo target = kit.choice(merging, messages.mergedInto, others.stream().map(other -> names.apply(other.proposal())).toArray(String[]::new));
        target.select(others.stream().map(AgendaItem::proposal).toList().indexOf(into));
        target.setEnabled(!closed && !others.isEmpty());
        target.addListener(SWT.Selection, event -> {
            into = others.get(target.getSelectionIndex()).proposal();
            keep();
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(target);
    }

    private void votes(AgendaItem item) {
        kit.section(area, messages.votes);
        var box = new Composite(area, SWT.NONE);
        box.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(look.u(3), look.u(1)).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        List<String> words = new ArrayList<>(List.of(messages.voteNone));
        Arrays.stream(AgendaItem.Vote.values()).map(this::word).forEach(words::add);
        for (ReviewBody body : pack.bodies().stream().filter(ReviewBody::votes).toList()) {
            kit.text(box, Standings.shortName(body, texts));
            Combo vote = kit.choice(box, String.join(" ", messages.votes, Standings.shortName(body, texts)), words.toArray(String[]::new));
            AgendaItem.Vote cast = item.votes().get(body.code());
            vote.select(cast == null ? 0 : cast.ordinal() + 1);
            vote.setEnabled(!closed);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(vote);
            vote.addListener(SWT.Selection, event -> {
                model.vote(proposal, body.code(), vote.getSelectionIndex() == 0 ? null : AgendaItem.Vote.values()[vote.getSelectionIndex() - 1]);
                changed.run();
            });
        }
    }

    private String word(AgendaItem.Vote vote) {
        return switch (vote) {
            case FOR -> messages.voteFor;
            case AGAINST -> messages.voteAgainst;
            case ABSTAIN -> messages.voteAbstain;
            case RECUSED -> messages.voteRecused;
        };
    }

    /** Amounts belong to approvals only, conditions to 修改后通过 only. */
    private void visible() {
        boolean amount = kind == DecisionKind.APPROVED || kind == DecisionKind.CONDITIONAL;
        show(amounts, amount);
        show(conditionsArea, kind == DecisionKind.CONDITIONAL);
        show(merging, kind == DecisionKind.MERGED);
        area.layout(true, true);
        layout.run();
    }

    private static void show(Composite box, boolean shown) {
        box.setVisible(shown);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!shown).applyTo(box);
    }

    private void keep() {
        if (kind == null) {
            return;
        }
        var whole = new ArrayList<Condition>();
        conditions.forEach(row -> whole.add(new Condition(whole.size() + 1, row.text(), row.owner(), row.date())));
        model.decide(proposal, kind, MeetingModel.total(lines), lines, whole, into, overrule, discussion);
        changed.run();
    }

    private record Line(EstimateLine line, LineApproval approval) {
    }

    private record Row(String text, String owner, String due) {
        LocalDate date() {
            try {
                return due.isEmpty() ? null : LocalDate.parse(due);
            } catch (DateTimeException notADate) {
                return null;
            }
        }
    }
}
