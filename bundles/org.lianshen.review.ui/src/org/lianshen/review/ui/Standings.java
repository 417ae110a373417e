package org.lianshen.review.ui;

import java.time.LocalDate;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.table.Column;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.StateTag;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** How states and standings look, and how time left is said. */
final class Standings {

    private Standings() {
    }

    static Tone tone(Standing standing) {
        return switch (standing) {
            case AGREED -> Tone.OK;
            case WITH_CHANGES -> Tone.WARN;
            case AGAINST, OVERDUE -> Tone.BLOCK;
            case WAITING -> Tone.INFO;
            case NO_DUTY, RECUSED -> Tone.NEUTRAL;
        };
    }

    static Tone tone(Overall conclusion) {
        return switch (conclusion) {
            case AGREE -> Tone.OK;
            case AGREE_WITH_CHANGES -> Tone.WARN;
            case DISAGREE -> Tone.BLOCK;
            case NO_DUTY, RECUSED -> Tone.NEUTRAL;
        };
    }

    static Tone tone(DecisionKind kind) {
        return switch (kind) {
            case APPROVED -> Tone.OK;
            case CONDITIONAL, RETURNED, DEFERRED, MERGED -> Tone.WARN;
            case REJECTED -> Tone.BLOCK;
        };
    }

    static Tone tone(State state) {
        return switch (state) {
            case APPROVED -> Tone.OK;
            case RETURNED, PRE_REJECTED, CONDITIONAL, DEFERRED -> Tone.WARN;
            case REJECTED, EXPIRED -> Tone.BLOCK;
            case SUBMITTED, COUNTERSIGN, EXPERT_REVIEW, READY_FOR_MEETING, READY_TO_CONCLUDE -> Tone.INFO;
            case DRAFT, MERGED, WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    static Column.Mark mark(State state) {
        return switch (tone(state)) {
            case OK -> new Column.Mark("review.state." + state.name(), Column.Tone.OK, "check-circle");
            case WARN -> new Column.Mark("review.state." + state.name(), Column.Tone.WARN, "exclamation-triangle");
            case BLOCK -> new Column.Mark("review.state." + state.name(), Column.Tone.BLOCK, "x-circle");
            case INFO -> new Column.Mark("review.state." + state.name(), Column.Tone.INFO, "clock");
            case NEUTRAL -> new Column.Mark("review.state." + state.name(), Column.Tone.MUTED, "dash-circle");
        };
    }

    static boolean overdue(ReviewState state, LocalDate today) {
        return state.dueDate() != null && today.isAfter(state.dueDate());
    }

    /** How long there is, without the day; empty where there is no limit. */
    static String timeLeft(ReviewState state, LocalDate today, RulePack pack, ReviewMessages messages) {
        if (state.dueDate() == null) {
            return "";
        }
        int left = pack.calendar().workdaysBetween(today, state.dueDate());
        if (overdue(state, today)) {
            return messages.format(messages.overdue, Math.max(1, -left));
        }
        return left == 0 ? messages.dueToday : messages.format(messages.dueIn, left);
    }

    /** An area whose tiles go on in the next line where one is full. */
    static Composite strip(Composite parent, Look look) {
        var strip = new Composite(parent, SWT.NONE);
        strip.setBackground(parent.getBackground());
        var wrap = new RowLayout(SWT.HORIZONTAL);
        wrap.marginLeft = 0;
        wrap.marginTop = 0;
        wrap.marginBottom = look.u(2);
        wrap.spacing = look.u(2);
        strip.setLayout(wrap);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        return strip;
    }

    /** One body on the strip: who, and where it stands. */
    static StateTag tile(Composite strip, Kit kit, Texts texts, RulePack pack, BodyStatus status) {
        String standing = texts.get("review.standing." + status.standing().name());
        StateTag tile = kit.tag(strip, tone(status.standing()), String.join(" ", shortName(status.office(pack), texts), standing));
        tile.setLayoutData(new RowData());
        return tile;
    }

    static String shortName(ReviewBody body, Texts texts) {
        return chinese(texts) || body.nameEn().isEmpty() ? body.shortName() : body.nameEn();
    }

    static String name(ReviewBody body, Texts texts) {
        return chinese(texts) || body.nameEn().isEmpty() ? body.name() : body.nameEn();
    }

    static boolean chinese(Texts texts) {
        return "zh".equals(texts.locale().getLanguage());
    }
}
