package org.lianshen.review.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** What the other bodies signed: their conclusion, every check item that did not pass or is in doubt, their cuts, conditions and remarks. */
final class VoicesSide {

    private final Kit kit;
    private final ReviewMessages messages;
    private final Texts texts;
    private final Map<String, CheckItem> items;
    private final Map<Integer, EstimateLine> lines;

    /** @param writing code of the body that the person writes for, whose opinion stands elsewhere on the page; null for none */
    VoicesSide(Composite area, Kit kit, ReviewMessages messages, Texts texts, RulePack pack, Review review, String writing) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        items = review.items().values().stream().flatMap(List::stream).collect(Collectors.toMap(CheckItem::code, Function.identity(), (one, other) -> one));
        lines = review.proposal().form().estimate().stream().collect(Collectors.toMap(EstimateLine::no, Function.identity(), (one, other) -> one));
        List<BodyStatus> signed = review.state().bodies().stream().filter(status -> !status.body().equals(writing) && status.act() != null).toList();
        if (!signed.isEmpty()) {
            kit.section(area, messages.voices);
            signed.forEach(status -> voice(area, pack, status));
        }
    }

    private void voice(Composite area, RulePack pack, BodyStatus status) {
        Composite card = kit.card(area, 1);
        Composite head = kit.row(card, 3);
        kit.bold(head, Standings.name(status.office(pack), texts));
        kit.tag(head, Standings.tone(status.standing()), texts.get("review.standing." + status.standing().name()));
        kit.caption(head, status.act().signedBy() == null ? "" : status.act().signedBy());
        if (status.act().detail() instanceof ActDetail.Opinion opinion) {
            said(card, opinion);
        }
    }

    private void said(Composite card, ActDetail.Opinion opinion) {
        opinion.answers().stream().filter(answer -> answer.verdict() == Verdict.FAIL || answer.verdict() == Verdict.DOUBT).forEach(answer -> answer(card, answer));
        for (Cut cut : opinion.cuts()) {
            EstimateLine line = lines.get(cut.lineNo());
            line(card, messages.format(messages.voiceCut, line == null ? Integer.toString(cut.lineNo()) : line.item(), cut.amount().wanText(), words(cut.reason())));
        }
        part(card, messages.voiceConditions, opinion.conditions());
        part(card, "{0}", opinion.remark());
    }

    private void answer(Composite card, CheckAnswer answer) {
        CheckItem item = items.get(answer.item());
        String name = item == null ? answer.item() : String.join(" ", item.code(), Standings.chinese(texts) ? item.text() : item.textEn());
        Label said = line(card, messages.format(messages.voiceItem, texts.get("review.verdict." + answer.verdict().name()), name));
        said.setForeground(kit.look().tone(answer.verdict() == Verdict.FAIL ? Tone.BLOCK : Tone.WARN));
        part(card, "{0}", answer.problem());
        part(card, messages.voiceSuggestion, answer.suggestion());
        part(card, messages.voiceBasis, answer.basis());
    }

    private void part(Composite card, String pattern, String text) {
        if (!words(text).isEmpty()) {
            line(card, messages.format(pattern, text.strip()));
        }
    }

    private Label line(Composite card, String text) {
        Label label = kit.wrapped(card, text);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).grab(true, false).applyTo(label);
        return label;
    }

    private static String words(String text) {
        return text == null ? "" : text.strip();
    }
}
