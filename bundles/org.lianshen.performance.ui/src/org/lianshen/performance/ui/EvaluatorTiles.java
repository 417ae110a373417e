package org.lianshen.performance.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.performance.Appraisal.Evaluator;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Scores of all evaluators of a project and year side by side, the settled one last. */
final class EvaluatorTiles {

    private final Kit kit;
    private final Look look;
    private final Texts texts;
    private final PerformanceMessages messages;
    private final Consumer<AppraisalRow> open;
    private final Composite area;

    EvaluatorTiles(Composite parent, Kit kit, Texts texts, PerformanceMessages messages, Consumer<AppraisalRow> open) {
        this.kit = kit;
        this.texts = texts;
        this.messages = messages;
        this.open = open;
        look = kit.look();
        area = kit.box(parent, Evaluator.values().length + 1);
        GridLayoutFactory.fillDefaults().numColumns(Evaluator.values().length + 1).equalWidth(true).margins(look.u(6), 0).extendedMargins(0, 0, 0, look.u(3))
                .spacing(look.u(3), 0).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
    }

    /** @param rivals all appraisals of the same project and year; @param shown the one being edited, with its newest scores */
    void show(List<AppraisalRow> rivals, AppraisalRow shown) {
        Kit.clear(area);
        for (Evaluator evaluator : Evaluator.values()) {
            boolean own = shown.appraisal().evaluator() == evaluator;
            tile(texts.get("performance.evaluator." + evaluator.name()), own ? Optional.of(shown)
                    : rivals.stream().filter(row -> row.appraisal().evaluator() == evaluator && !row.appraisal().id().equals(shown.appraisal().id())).findFirst(), own);
        }
        settled(shown.appraisal().settled() ? Optional.of(shown) : rivals.stream().filter(row -> row.appraisal().settled()
                && !row.appraisal().id().equals(shown.appraisal().id())).findFirst());
        area.getParent().layout(true, true);
    }

    private void tile(String name, Optional<AppraisalRow> row, boolean own) {
        Composite tile = kit.card(area, 1);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tile);
        kit.caption(tile, own ? messages.format(messages.thisOne, name) : name);
        ScoreSheet sheet = row.map(AppraisalRow::sheet).orElse(null);
        kit.label(tile, sheet == null ? messages.noScore : sheet.total().toPlainString(), look.title(), sheet == null ? look.muted() : look.text());
        Composite below = kit.row(tile, 2);
        kit.text(below, sheet == null ? messages.notAppraised : texts.get("performance.grade." + sheet.grade().name()));
        if (!own && row.isPresent()) {
            kit.link(below, messages.openOther, () -> open.accept(row.get()));
        }
    }

    private void settled(Optional<AppraisalRow> row) {
        Composite tile = kit.card(area, 1);
        tile.setBackground(look.tint(Tone.INFO));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tile);
        kit.caption(tile, messages.settledTile);
        ScoreSheet sheet = row.map(AppraisalRow::sheet).orElse(null);
        Label score = kit.label(tile, sheet == null ? messages.noScore : sheet.total().toPlainString(), look.title(), look.tone(Tone.INFO));
        Label by = kit.text(tile, row.map(each -> messages.format(messages.settledBy, texts.get("performance.grade." + each.sheet().grade().name()),
                texts.get("performance.evaluator." + each.appraisal().evaluator().name()))).orElse(messages.notSettled));
        by.setForeground(look.tone(Tone.INFO));
        row.map(each -> each.appraisal().settledReason()).ifPresent(reason -> {
            by.setToolTipText(reason);
            score.setToolTipText(reason);
        });
    }
}
