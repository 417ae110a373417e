package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.model.review.ActDetail.Opinion;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.Cut;
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

/** The proposal under review, with the estimate on whose lines cuts are entered. */
final class ProposalSide {

    private final Kit kit;
    private final Look look;
    private final Grids grids;
    private final ReviewMessages messages;
    private final Texts texts;
    private final RulePack pack;
    private final ScrolledComposite scroll;
    private final Composite content;

    ProposalSide(Composite parent, Kit kit, Grids grids, ReviewMessages messages, Texts texts, RulePack pack) {
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.messages = messages;
        this.texts = texts;
        this.pack = pack;
        scroll = kit.scroll(parent);
        scroll.setBackground(look.surface());
        content = new Composite(scroll, SWT.NONE);
        content.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(2)).applyTo(content);
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> measure());
    }

    /**
     * @param body  whose cuts may be entered, or null
     * @param model the opinion being written, or null where none can be
     */
    void show(Review review, String body, OpinionModel model, Runnable changed) {
        // Clearing hands the focus from one child to the next, and the page would follow it to its end.
        Point reading = scroll.getOrigin();
        Kit.clear(content);
        ProposalForm form = review.proposal().form();
        kit.section(content, messages.content);
        wrap(form.text(ProposalField.CONTENT_SUMMARY));
        functions(form);
        kit.section(content, messages.estimate);
        estimate(review, form, body, model, changed);
        kit.section(content, messages.gates);
        pairs(form, Section.GATES);
        kit.section(content, messages.necessity);
        pairs(form, Section.BASIS);
        kit.section(content, messages.facts);
        pairs(form, Section.BASICS);
        relayout();
        scroll.setOrigin(reading);
    }

    private void wrap(String text) {
        if (!text.isBlank()) {
            GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(content, text));
        }
    }

    private void functions(ProposalForm form) {
        if (form.functions().isEmpty()) {
            return;
        }
        var spec = new TableSpec<FunctionItem>("reviewFunctions", "review.functions.title",
                List.of(new Column<>("name", "review.functions.name", Type.TEXT, 26, item -> String.join("  ", item.path(), item.name()).strip()),
                        new Column<>("change", "review.functions.change", Type.TEXT, 7, FunctionItem::change),
                        new Column<>("months", "review.functions.months", Type.NUMBER, 8, FunctionItem::months),
                        new Column<>("amount", "review.functions.amount", Type.MONEY, 12, FunctionItem::amount)));
        Grid<FunctionItem> list = grids.grid(content, spec);
        list.setRows(form.functions());
        list.wrap("name");
        list.whole(this::relayout);
    }

    private void estimate(Review review, ProposalForm form, String body, OpinionModel model, Runnable changed) {
        Map<Integer, String> others = others(review, body);
        var columns = new ArrayList<Column<Line>>();
        columns.add(new Column<>("item", "review.estimate.item", Type.TEXT, model == null ? 36 : 22, row -> String.join("  ", row.line().code().name(), row.line().item())));
        columns.add(new Column<>("amount", "review.estimate.amount", Type.MONEY, 9, row -> row.line().amount()));
        if (model != null) {
            columns.add(new Column<>("cut", "review.estimate.cut", Type.MONEY, 10, Line::cut));
            columns.add(new Column<>("reason", "review.estimate.reason", Type.TEXT, 15, Line::reason));
        }
        columns.add(new Column<>("others", "review.estimate.others", Type.TEXT, model == null ? 32 : 21, row -> others.get(row.line().no())));
        var spec = new TableSpec<>(model == null ? "reviewEstimateRead" : "reviewEstimate", "review.estimate.title", columns);
        Grid<Line> grid = grids.sheet(content, spec);
        grid.setRows(rows(form, model));
        grid.wrap("item", "reason", "others");
        grid.whole(this::relayout);
        var total = kit.muted(content, total(form, model));
        if (model == null) {
            return;
        }
        grid.edit("cut", Edit.money((row, money) -> {
            model.cut(row.line().no(), money, row.reason());
            return Line.of(row.line(), model);
        }));
        grid.edit("reason", Edit.text((row, text) -> {
            model.cut(row.line().no(), row.cut(), text);
            return Line.of(row.line(), model);
        }));
        grid.editable(null, rows -> {
            total.setText(total(form, model));
            content.layout();
            changed.run();
        });
    }

    private static List<Line> rows(ProposalForm form, OpinionModel model) {
        return form.estimate().stream().map(line -> Line.of(line, model)).toList();
    }

    private String total(ProposalForm form, OpinionModel model) {
        String applied = String.join(" ", messages.total, texts.get("common.wan", form.estimateTotal().wanText()));
        return model == null ? applied : String.join("　", applied, String.join(" ", messages.myCut, texts.get("common.wan", model.cutTotal().negated().wanText())));
    }

    /** What other bodies propose to cut, by line number. */
    private Map<Integer, String> others(Review review, String body) {
        return review.state().bodies().stream().filter(status -> !status.body().equals(body) && status.act() != null && status.act().detail() instanceof Opinion)
                .flatMap(status -> ((Opinion) status.act().detail()).cuts().stream().map(cut -> Map.entry(cut.lineNo(), said(status, cut))))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.joining("；"))));
    }

    private String said(BodyStatus status, Cut cut) {
        return String.join(" ", Standings.shortName(status.office(pack), texts), cut.amount().negated().wanText(), cut.reason());
    }

    private void pairs(ProposalForm form, Section section) {
        Composite pairs = kit.pairs(content);
        for (ProposalField field : ProposalField.of(section)) {
            String text = form.text(field);
            if (!text.isBlank()) {
                kit.pair(pairs, texts.get("proposal.field." + field.name()), word(field, text));
            }
        }
    }

    private String word(ProposalField field, String text) {
        String choice = "proposal.choice." + field.name() + "." + text;
        return switch (field.kind()) {
            case CHOICE -> texts.has(choice) ? texts.get(choice) : text;
            case MONEY -> form(text);
            case FLAG -> texts.has("proposal.flag." + text) ? texts.get("proposal.flag." + text) : text;
            default -> text;
        };
    }

    private String form(String yuan) {
        return texts.get("common.wan", Money.parseYuan(yuan).wanText());
    }

    private void relayout() {
        content.layout(true, true);
        measure();
    }

    private void measure() {
        scroll.setMinSize(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    /**
     * An estimate line and what the writing body proposes on it.
     *
     * @param cut    null where nothing is cut
     * @param reason may stand before the amount is typed
     */
    record Line(EstimateLine line, Money cut, String reason) {

        static Line of(EstimateLine line, OpinionModel model) {
            Cut cut = model == null ? null : model.cut(line.no());
            return new Line(line, cut == null ? null : cut.amount(), model == null ? "" : model.cutReason(line.no()));
        }
    }
}
