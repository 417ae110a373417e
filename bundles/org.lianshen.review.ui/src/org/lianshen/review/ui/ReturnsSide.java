package org.lianshen.review.ui;

import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** The last 退回补正: every point with what the unit answered, so that whoever receives the new version sees whether it was met. */
final class ReturnsSide {

    private final Kit kit;
    private final ReviewMessages messages;

    ReturnsSide(Composite area, Kit kit, ReviewMessages messages, List<ReviewAct> acts) {
        this.kit = kit;
        this.messages = messages;
        ActDetail.Return list = null;
        Map<Integer, String> answers = Map.of();
        for (ReviewAct act : acts) {
            if (act.detail() instanceof ActDetail.Return returned) {
                list = returned;
                answers = Map.of();
            } else if (act.detail() instanceof ActDetail.Resubmission again) {
                answers = again.answers();
            }
        }
        if (list != null) {
            kit.section(area, messages.returnedPoints);
            for (ReturnItem item : list.items()) {
                point(area, item, answers.get(item.no()));
            }
        }
    }

    private void point(Composite area, ReturnItem item, String answer) {
        Composite card = kit.card(area, 2);
        Label heading = kit.bold(card, messages.format(messages.returnedPoint, item.no(), item.place()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(heading);
        line(card, messages.sendBackProblem, item.problem());
        line(card, messages.sendBackRequest, item.request());
        line(card, messages.sendBackBasis, item.basis());
        if (answer == null || answer.isBlank()) {
            line(card, messages.returnedAnswer, messages.returnedUnanswered).setForeground(kit.look().tone(Tone.WARN));
        } else {
            line(card, messages.returnedAnswer, answer);
        }
    }

    private Label line(Composite card, String caption, String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        kit.muted(card, caption);
        Label said = kit.wrapped(card, words);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(said);
        return said;
    }
}
