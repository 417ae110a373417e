package org.lianshen.review.ui;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.expert.ExpertRules.Item;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.review.Overall;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** The fields of a score sheet: points by item with their sum, opinions, conclusion, and the declaration of no interest. */
final class ScoreSide {

    private static final List<Overall> CONCLUSIONS = List.of(Overall.AGREE, Overall.AGREE_WITH_CHANGES, Overall.DISAGREE);
    private static final int LINES = 3;
    private static final int POINTS = 7;

    private final Kit kit;
    private final Look look;
    private final ExpertMessages messages;
    private final Texts texts;
    private final ScoreModel model;
    private final Runnable changed;
    private Label total;

    ScoreSide(Composite area, Kit kit, ExpertMessages messages, Texts texts, ScoreModel model, Runnable changed) {
        this.kit = kit;
        look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.model = model;
        this.changed = changed;
        points(area);
        words(area, messages.plan, model.plan(), model::plan);
        words(area, messages.budget, model.budget(), model::budget);
        words(area, messages.risk, model.risk(), model::risk);
        words(area, model.second() ? messages.reasonsNotNeeded : messages.reasonsNot, model.reasonsNot(), model::reasonsNot);
        conclusion(area);
        var unbound = check(area, messages.unbound);
        unbound.setSelection(model.unbound());
        unbound.addListener(SWT.Selection, event -> {
            model.unbound(unbound.getSelection());
            changed.run();
        });
    }

    private void points(Composite area) {
        Composite table = new Composite(area, SWT.NONE);
        table.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(LINES).spacing(look.u(3), look.u(1)).applyTo(table);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        for (Item item : model.items()) {
            String title = texts.format(ScoreSheet.title(item));
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(kit.text(table, title));
            Text entry = kit.entry(table, title, SWT.RIGHT);
            entry.setText(model.points(item.code()));
            GridDataFactory.swtDefaults().hint(look.characters(POINTS), SWT.DEFAULT).applyTo(entry);
            kit.muted(table, messages.format(messages.ofPoints, item.points().stripTrailingZeros().toPlainString()));
            entry.addListener(SWT.Modify, event -> {
                model.points(item.code(), entry.getText());
                entry.setForeground(!entry.getText().isBlank() && model.given(item).isEmpty() ? look.tone(org.lianshen.workbench.look.Tone.BLOCK) : look.text());
                total.setText(model.total().toPlainString());
                total.requestLayout();
                changed.run();
            });
        }
        kit.bold(table, messages.total);
        total = kit.bold(table, model.total().toPlainString());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(total);
        kit.muted(table, messages.outOfHundred);
    }

    private void words(Composite area, String label, String value, Consumer<String> typed) {
        kit.muted(area, label);
        Text text = kit.entry(area, label, SWT.MULTI | SWT.WRAP);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).hint(look.characters(POINTS), text.getLineHeight() * LINES).applyTo(text);
        text.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        text.addListener(SWT.Modify, event -> {
            typed.accept(text.getText());
            changed.run();
        });
    }

    private void conclusion(Composite area) {
        Composite row = Standings.strip(area, look);
        kit.bold(row, messages.conclusion).setLayoutData(new RowData());
        for (Overall overall : CONCLUSIONS) {
            var button = new Button(row, SWT.RADIO);
            button.setText(texts.get("review.overall." + overall.name()));
            dress(button, String.join(" ", messages.conclusion, button.getText()), row);
            button.setSelection(model.conclusion() == overall);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    model.conclusion(overall);
                    changed.run();
                }
            });
        }
    }

    private Button check(Composite area, String words) {
        var button = new Button(area, SWT.CHECK | SWT.WRAP);
        button.setText(words);
        dress(button, words, area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private void dress(Button button, String name, Composite parent) {
        button.setFont(look.base());
        button.setForeground(look.text());
        button.setBackground(parent.getBackground());
        Kit.name(button, name);
    }
}
