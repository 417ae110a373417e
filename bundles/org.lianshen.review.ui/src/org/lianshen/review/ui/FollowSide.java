package org.lianshen.review.ui;

import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** What was decided, which conditions are open, what is waited for, and every act so far. */
final class FollowSide {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final Composite area;
    private final Kit kit;
    private final ReviewMessages messages;
    private final Texts texts;
    private final ActWords words;
    private final Scans scans;

    /** What is done with the scanned paper of an act. */
    record Scans(Consumer<ReviewAct> open, Consumer<ReviewAct> save) {
    }

    FollowSide(Composite area, Kit kit, ReviewMessages messages, Texts texts, RulePack pack, Review review, boolean mayVerify, IntConsumer verify, Scans scans) {
        this.area = area;
        this.scans = scans;
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        words = new ActWords(messages, texts, pack, review);
        ReviewState state = review.state();
        if (state.decision() != null) {
            kit.tag(area, Standings.tone(state.state()), messages.format(messages.decisionText, texts.get("review.decision." + state.decision().kind().name()),
                    state.approved() == null ? "" : texts.get("common.wan", state.approved().wanText())));
        }
        if (!state.openConditions().isEmpty()) {
            kit.section(area, messages.openConditions);
            state.openConditions().forEach(condition -> condition(condition, mayVerify, verify));
        }
        if (!state.blockedBy().isEmpty()) {
            kit.section(area, messages.blockedBy);
            Composite list = new Composite(area, SWT.NONE);
            list.setBackground(area.getBackground());
            GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(1)).applyTo(list);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
            state.blockedBy().forEach(message -> kit.wrapped(list, texts.format(message)).setForeground(kit.look().tone(Tone.WARN)));
        }
        history(review);
    }

    private void condition(Condition condition, boolean mayVerify, IntConsumer verify) {
        Composite row = kit.row(area, 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(row, messages.format(messages.conditionText, condition.no(), condition.text(), condition.owner(), condition.due().toString())));
        kit.button(row, messages.verify, () -> verify.accept(condition.no())).allowUnless(mayVerify ? "" : messages.notMine);
    }

    private void history(Review review) {
        if (review.acts().isEmpty()) {
            return;
        }
        kit.section(area, messages.history);
        Composite list = new Composite(area, SWT.NONE);
        list.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(kit.look().u(4), kit.look().u(1)).applyTo(list);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        for (ReviewAct act : review.acts().reversed()) {
            kit.caption(list, MINUTE.format(act.at()));
            Composite line = kit.row(list, act.scan() == null ? 1 : 3);
            var said = kit.wrapped(line, words.described(act));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(said);
            if (act.scan() != null) {
                kit.link(line, messages.openScan, () -> scans.open().accept(act));
                kit.link(line, messages.saveScan, () -> scans.save().accept(act));
            }
            if (act.detail() instanceof ActDetail.Opinion opinion && !opinion.remark().isBlank()) {
                said.setToolTipText(opinion.remark());
            }
        }
    }
}
