package org.lianshen.proposal.ui;

import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Where a submitted proposal stands: state, round, each department, the day the step is due. */
final class StateStrip {

    /** Enough of a digest to tell versions apart; the tooltip has the whole. */
    private static final int DIGEST_SHOWN = 8;

    private final Kit kit;
    private final Texts texts;
    private final ProposalMessages messages;
    private final Composite area;
    private String facts = "";
    private ReviewState shown;
    private Map<String, String> bodies = Map.of();
    private ProposalVersion version;

    StateStrip(Composite parent, Kit kit, Texts texts, ProposalMessages messages) {
        this.kit = kit;
        this.texts = texts;
        this.messages = messages;
        Look look = kit.look();
        area = kit.box(parent, 1);
        RowLayout layout = new RowLayout();
        layout.spacing = look.u(2);
        layout.marginLeft = look.u(6);
        layout.marginRight = look.u(6);
        layout.marginTop = 0;
        layout.marginBottom = look.u(3);
        layout.center = true;
        area.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
    }

    /** @param words unit, number, amount; may be empty */
    void facts(String words) {
        if (!words.equals(facts)) {
            facts = words;
            make();
        }
    }

    /** @param names short names of the bodies by code; @param frozen the version under review, or null */
    void show(ReviewState state, Map<String, String> names, ProposalVersion frozen) {
        shown = state;
        version = frozen;
        bodies = names;
        make();
    }

    private void make() {
        Kit.clear(area);
        if (!facts.isEmpty()) {
            plain(facts);
        }
        if (shown != null) {
            states(shown);
        }
        if (version != null) {
            Label digest = kit.muted(area, messages.format(messages.frozenVersion, version.no(), version.digest().substring(0, DIGEST_SHOWN)));
            digest.setLayoutData(null);
            digest.setToolTipText(messages.format(messages.frozenDigest, version.digest()));
        }
        area.getParent().layout(true, true);
    }

    private void states(ReviewState state) {
        tag(tone(state.state()), state.state() == State.DRAFT ? Icon.PENCIL_SQUARE : tone(state.state()).icon(), texts.get("review.state." + state.state().name()));
        if (state.round() > 0) {
            for (BodyStatus body : state.bodies()) {
                Tone tone = tone(body.standing());
                tag(tone, body.standing() == BodyStatus.Standing.WAITING ? Icon.CLOCK : tone.icon(), messages.format(messages.bodyStanding,
                        bodies.getOrDefault(body.body(), body.body()), texts.get("review.standing." + body.standing().name())));
            }
            plain(messages.format(messages.round, state.round()));
            if (state.dueDate() != null) {
                plain(messages.format(messages.dueOn, state.dueDate().toString()));
            }
            if (state.approved() != null) {
                plain(messages.format(messages.approvedAmount, state.approved().wanText()));
            }
        }
    }

    private void tag(Tone tone, Icon icon, String words) {
        kit.tag(area, tone, icon, words).setLayoutData(null);
    }

    private void plain(String words) {
        kit.muted(area, words).setLayoutData(null);
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

    private static Tone tone(BodyStatus.Standing standing) {
        return switch (standing) {
            case AGREED, NO_DUTY -> Tone.OK;
            case WITH_CHANGES, OVERDUE -> Tone.WARN;
            case AGAINST -> Tone.BLOCK;
            case WAITING, RECUSED -> Tone.NEUTRAL;
        };
    }
}
