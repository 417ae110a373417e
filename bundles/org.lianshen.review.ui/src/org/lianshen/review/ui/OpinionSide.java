package org.lianshen.review.ui;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Overall;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** The check list of one body and its overall opinion, bound to an {@link OpinionModel}. */
final class OpinionSide {

    /** What is asked is given at least this room, in characters, beside code and verdicts. */
    private static final int LEAST_TEXT = 24;

    private final Kit kit;
    private final Look look;
    private final ReviewMessages messages;
    private final Texts texts;
    private final OpinionModel model;
    private final Runnable changed;
    private final Map<String, VerdictChoice> choices = new LinkedHashMap<>();
    private final Map<String, Composite> wordFields = new HashMap<>();
    private final FlatButton sign;

    /**
     * @param drafts whether what is typed is kept as a draft
     * @param layout called when the area's size changed
     */
    OpinionSide(Composite area, Kit kit, ReviewMessages messages, Texts texts, OpinionModel model, boolean onBehalf, boolean drafts, Runnable changed, Runnable layout, Runnable saveDraft,
            Runnable signing) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.model = model;
        this.changed = changed;
        Composite list = new Composite(area, SWT.NONE);
        list.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(list);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        for (CheckItem item : model.items()) {
            item(list, item, layout);
        }
        kit.line(area);
        overall(area);
        kit.muted(area, messages.remark);
        text(area, messages.remark, model.remark(), typed -> model.remark(typed));
        kit.caption(area, drafts ? messages.draftLoaded : messages.draftNone);
        Composite buttons = kit.row(area, 3);
        FlatButton rest = kit.quiet(buttons, messages.passTheRest, () -> {
            model.passTheRest();
            showAnswers();
            changed.run();
            layout.run();
        });
        GridDataFactory.swtDefaults().grab(true, false).applyTo(rest);
        if (drafts) {
            kit.button(buttons, messages.saveDraft, saveDraft);
        }
        sign = kit.primary(buttons, onBehalf ? messages.record : messages.sign, signing).keys("Ctrl+Enter");
        allow();
    }

    /** Says on the button what is still missing. */
    void allow() {
        List<OpinionModel.Missing> missing = model.missing();
        sign.allowUnless(missing.isEmpty() ? "" : words(missing.getFirst()));
    }

    /** Why it cannot be signed; null where it can. */
    String blocked() {
        return sign.blocked();
    }

    private String words(OpinionModel.Missing missing) {
        return switch (missing.kind()) {
            case VERDICT -> messages.format(messages.missingVerdict, missing.what());
            case PROBLEM -> messages.format(messages.missingProblem, missing.what());
            case CUT_REASON -> messages.format(messages.missingCutReason, missing.what());
            case OVERALL -> messages.missingOverall;
            case CHANGE -> messages.signedAlready;
        };
    }

    private void item(Composite area, CheckItem item, Runnable layout) {
        Composite card = kit.card(area, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(3), look.u(1.5)).spacing(0, look.u(1)).applyTo(card);
        Composite head = box(card, 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Composite asked = box(head, item.veto() ? 3 : 2);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(asked);
        Label code = kit.label(asked, item.code(), look.bold(), look.muted());
        GridDataFactory.swtDefaults().hint(look.characters(4), SWT.DEFAULT).applyTo(code);
        kit.wrapped(asked, Standings.chinese(texts) ? item.text() : item.textEn());
        int tag = item.veto() ? kit.tag(asked, Tone.BLOCK, messages.veto).computeSize(SWT.DEFAULT, SWT.DEFAULT).x : 0;
        Composite answered = box(head, 1);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(answered);
        int least = look.characters(LEAST_TEXT) + tag;
        head.addListener(SWT.Resize, event -> arrange(head, answered, least, layout));
        CheckAnswer answer = model.answer(item.code());
        choices.put(item.code(), new VerdictChoice(answered, look, texts, item.code(), answer == null ? null : answer.verdict(), verdict -> {
            model.verdict(item.code(), verdict);
            showWords(wordFields.get(item.code()), model.asksForWords(item.code()));
            changed.run();
            layout.run();
        }));
        Composite words = words(card, item);
        wordFields.put(item.code(), words);
        showWords(words, model.asksForWords(item.code()));
    }

    private Composite box(Composite parent, int columns) {
        var box = new Composite(parent, SWT.NONE);
        box.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(look.u(2), look.u(1)).applyTo(box);
        return box;
    }

    /** The verdicts stand beside what is asked, and below it where that would be left too narrow to be read. */
    private void arrange(Composite head, Composite answered, int least, Runnable layout) {
        int columns = head.getClientArea().width < answered.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + least ? 1 : 2;
        var grid = (GridLayout) head.getLayout();
        if (grid.numColumns != columns) {
            grid.numColumns = columns;
            head.getDisplay().asyncExec(() -> {
                if (!head.isDisposed()) {
                    layout.run();
                }
            });
        }
    }

    /** Shows what the model holds: verdicts given to many items at once. */
    private void showAnswers() {
        choices.forEach((item, choice) -> {
            CheckAnswer answer = model.answer(item);
            choice.show(answer == null ? null : answer.verdict());
            showWords(wordFields.get(item), model.asksForWords(item));
        });
    }

    private Composite words(Composite card, CheckItem item) {
        Composite words = new Composite(card, SWT.NONE);
        words.setBackground(card.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(3), look.u(1)).applyTo(words);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        CheckAnswer answer = model.answer(item.code());
        Map<Word, Text> fields = new EnumMap<>(Word.class);
        for (Word word : Word.values()) {
            kit.muted(words, label(word));
            String said = answer == null ? "" : said(answer, word);
            Text field = text(words, String.join(" ", item.code(), label(word)), said,
                    typed -> model.words(item.code(), typedIn(fields, Word.PROBLEM), typedIn(fields, Word.SUGGESTION), typedIn(fields, Word.BASIS)));
            fields.put(word, field);
        }
        return words;
    }

    private static String typedIn(Map<Word, Text> fields, Word word) {
        return fields.containsKey(word) ? fields.get(word).getText() : "";
    }

    private String label(Word word) {
        return switch (word) {
            case PROBLEM -> messages.problem;
            case SUGGESTION -> messages.suggestion;
            case BASIS -> messages.basis;
        };
    }

    private static String said(CheckAnswer answer, Word word) {
        return switch (word) {
            case PROBLEM -> answer.problem();
            case SUGGESTION -> answer.suggestion();
            case BASIS -> answer.basis();
        };
    }

    private static void showWords(Composite words, boolean shown) {
        words.setVisible(shown);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!shown).applyTo(words);
        words.getParent().getParent().layout(true, true);
    }

    private void overall(Composite area) {
        Composite row = Standings.strip(area, look);
        kit.bold(row, messages.overall).setLayoutData(new RowData());
        for (Overall overall : Overall.values()) {
            String word = texts.get("review.overall." + overall.name());
            Button button = radio(row, word, String.join(" ", messages.overall, word));
            button.setSelection(model.overall() == overall);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    model.overall(overall);
                    changed.run();
                }
            });
        }
    }

    private Button radio(Composite parent, String word, String name) {
        var button = new Button(parent, SWT.RADIO);
        button.setText(word);
        button.setFont(look.base());
        button.setForeground(look.text());
        button.setBackground(parent.getBackground());
        Kit.name(button, name);
        return button;
    }

    private Text text(Composite parent, String name, String value, Consumer<String> typed) {
        Text field = kit.entry(parent, name, SWT.MULTI | SWT.WRAP);
        field.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(40), look.u(11)).applyTo(field);
        field.addListener(SWT.Modify, event -> {
            typed.accept(field.getText());
            changed.run();
        });
        field.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        return field;
    }

    private enum Word {
        PROBLEM, SUGGESTION, BASIS
    }
}
