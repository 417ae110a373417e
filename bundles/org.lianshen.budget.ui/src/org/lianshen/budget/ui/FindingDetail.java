package org.lianshen.budget.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.Why;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** One finding with the evidence of both sides, its basis, and the nearest reviewed projects to confirm or reject. */
final class FindingDetail {

    private final Kit kit;
    private final Look look;
    private final BudgetMessages messages;
    private final Texts texts;
    private final Consumer<Candidate> confirm;
    private final Runnable rejectAll;
    private final Consumer<Candidate> open;
    private final FindingLife life;
    private final BiConsumer<Finding, ItWord.Answer> sayIt;
    private final Runnable words;
    private final Consumer<UUID> origin;
    private final ScrolledComposite scroll;
    private final Composite content;

    FindingDetail(Composite parent, Kit kit, BudgetMessages messages, Texts texts, Consumer<Candidate> confirm, Runnable rejectAll, Consumer<Candidate> open, FindingLife life,
            BiConsumer<Finding, ItWord.Answer> sayIt, Runnable words, Consumer<UUID> origin) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.confirm = confirm;
        this.rejectAll = rejectAll;
        this.open = open;
        this.life = life;
        this.sayIt = sayIt;
        this.words = words;
        this.origin = origin;
        scroll = kit.scroll(parent);
        scroll.setBackground(look.surface());
        content = new Composite(scroll, SWT.NONE);
        content.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(2)).applyTo(content);
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> measure());
        show(null, null);
    }

    /** @param finding null where none is selected */
    void show(FindingsModel model, Finding finding) {
        Kit.clear(content);
        if (finding == null) {
            kit.muted(content, messages.noSelection);
        } else {
            head(model, finding);
            FindingState state = model.standings().of(finding);
            facts(model, finding);
            life.state(content, model, state);
            // What waits for an answer comes before what it rests on.
            boolean open = finding.project() == null;
            if (open) {
                candidates(model, finding);
                it(finding);
            }
            basis(model, finding);
            evidence(finding);
            if (!open) {
                candidates(model, finding);
            }
            life.history(content, model, state);
        }
        content.layout(true, true);
        scroll.setOrigin(0, 0);
        measure();
    }

    private void head(FindingsModel model, Finding finding) {
        RuleSpec rule = model.pack().rule(finding.rule());
        Composite head = kit.row(content, 3);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Label title = kit.wrapped(head, String.join("  ", finding.rule(), chinese() ? rule.title() : rule.titleEn()));
        title.setFont(look.section());
        kit.tag(head, tone(finding.severity()), texts.get("table.severity." + finding.severity().name()));
        kit.why(head, () -> why(model, finding, rule));
    }

    private void facts(FindingsModel model, Finding finding) {
        Composite pairs = kit.pairs(content);
        RuleSpec rule = model.pack().rule(finding.rule());
        kit.pair(pairs, messages.message, texts.format(finding.message()));
        kit.pair(pairs, messages.remedy, chinese() ? rule.remedy() : rule.remedyEn());
        model.line(finding).ifPresent(line -> {
            kit.pair(pairs, messages.budgetLine, described(line));
            kit.pair(pairs, messages.source, source(model, line));
            kit.text(pairs, "");
            kit.link(pairs, messages.openOrigin, () -> origin.accept(line.id()));
        });
    }

    private void basis(FindingsModel model, Finding finding) {
        RuleSpec rule = model.pack().rule(finding.rule());
        Composite pairs = kit.pairs(content);
        Clause clause = model.pack().clause(rule.clauseId()).orElse(null);
        kit.pair(pairs, messages.basis, clause == null ? rule.basis() : String.join(" ", clause.document(), clause.place(), "“" + clause.quote() + "”"));
        kit.tag(content, rule.verified() ? Tone.OK : Tone.WARN, rule.verified() ? messages.basisVerified : messages.basisUnverified);
    }

    private String described(BudgetLine line) {
        return String.join("　", List.of(line.project(), line.unit(), texts.get("common.wan", line.amount().wanText()), line.text(BudgetField.ECONOMIC_CODE))).strip();
    }

    private String source(FindingsModel model, BudgetLine line) {
        return messages.format(messages.sourceText, model.files().getOrDefault(line.batch(), ""), line.sheet(), model.cell(line));
    }

    private void evidence(Finding finding) {
        if (finding.evidence().isEmpty()) {
            return;
        }
        kit.section(content, messages.evidence);
        Composite pairs = kit.pairs(content);
        finding.evidence().forEach((key, value) -> kit.pair(pairs, label(key), FindingsModel.amount(value)));
    }

    private String label(String key) {
        return texts.has(key) ? texts.get(key) : key;
    }

    private void candidates(FindingsModel model, Finding finding) {
        List<Candidate> candidates = model.candidates(finding);
        if (candidates.isEmpty()) {
            if (finding.project() == null) {
                GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(content, messages.candidateNone));
            }
            return;
        }
        kit.section(content, messages.candidates);
        for (int i = 0; i < candidates.size(); i++) {
            card(candidates.get(i), model.line(finding).orElse(null), i == 0);
        }
        FlatButton none = kit.button(content, messages.noneOfThem, rejectAll);
        GridDataFactory.swtDefaults().indent(0, look.u(2)).applyTo(none);
    }

    /** Whether it is an IT line at all. */
    private void it(Finding finding) {
        if (finding.lines().isEmpty()) {
            return;
        }
        Composite row = kit.row(content, 3);
        kit.button(row, messages.itYes, () -> sayIt.accept(finding, ItWord.Answer.IT)).keys("I");
        kit.button(row, messages.itNo, () -> sayIt.accept(finding, ItWord.Answer.NOT_IT)).keys("N");
        GridDataFactory.swtDefaults().applyTo(kit.link(row, messages.words, words));
    }

    private void card(Candidate candidate, BudgetLine line, boolean first) {
        Composite card = kit.card(content, 3);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        kit.label(card, candidate.score().setScale(2, java.math.RoundingMode.HALF_UP).toPlainString(), look.section(), look.accent());
        Composite words = new Composite(card, SWT.NONE);
        words.setBackground(card.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(0.75)).applyTo(words);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        String budgeted = line == null ? "" : line.project();
        marked(words, messages.budgetLine, budgeted, candidate.name(), look.base());
        marked(words, messages.project, candidate.name(), budgeted, look.bold());
        Label about = kit.wrapped(words, String.join("　", candidate.reviewNo() == null ? "" : candidate.reviewNo(), candidate.unit(),
                candidate.approved() == null ? "" : messages.format(messages.approvedText, candidate.approved().wanText())).strip());
        about.setFont(look.caption());
        about.setForeground(look.muted());
        kit.caption(words, String.join("　", candidate.sameAmount() ? messages.sameAmount : messages.otherAmount, candidate.sameUnit() ? messages.sameUnit : messages.otherUnit));
        Composite buttons = new Composite(card, SWT.NONE);
        buttons.setBackground(card.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(buttons);
        FlatButton yes = first ? kit.primary(buttons, messages.itIsFirst, () -> confirm.accept(candidate)) : kit.button(buttons, messages.itIs, () -> confirm.accept(candidate));
        GridDataFactory.fillDefaults().applyTo(yes);
        GridDataFactory.fillDefaults().applyTo(kit.button(buttons, messages.openProject, () -> open.accept(candidate)));
    }

    /** A name in which the characters that the other side does not have stand on a tint. */
    private void marked(Composite parent, String label, String name, String other, Font font) {
        if (name.isEmpty()) {
            return;
        }
        var text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP);
        text.setText(name);
        text.setFont(font);
        text.setForeground(look.text());
        text.setBackground(parent.getBackground());
        text.setCaret(null);
        Kit.name(text, label);
        FindingsModel.differing(name, other).forEach(run -> text.setStyleRange(new StyleRange(run.from(), run.length(), look.text(), look.tint(Tone.WARN))));
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(40), SWT.DEFAULT).applyTo(text);
    }

    private Why why(FindingsModel model, Finding finding, RuleSpec rule) {
        List<Why.Clause> clauses = model.pack().clause(rule.clauseId()).map(clause -> List.of(new Why.Clause(clause.document(), clause.place(), clause.quote(), clause.verified()))).orElse(List.of());
        String source = model.line(finding).map(line -> source(model, line)).orElse("");
        List<Why.Value> compared = finding.evidence().entrySet().stream().map((Map.Entry<String, String> entry) -> new Why.Value(label(entry.getKey()), FindingsModel.amount(entry.getValue()), source)).toList();
        return new Why(texts.format(finding.message()), tone(finding.severity()), String.join(" ", finding.rule(), chinese() ? rule.title() : rule.titleEn()), clauses, compared);
    }

    private boolean chinese() {
        return "zh".equals(texts.locale().getLanguage());
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case E -> Tone.BLOCK;
            case W -> Tone.WARN;
            case I -> Tone.INFO;
        };
    }

    private void measure() {
        scroll.setMinSize(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }
}
