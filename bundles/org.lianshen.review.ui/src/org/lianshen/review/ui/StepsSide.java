package org.lianshen.review.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.ReviewSteps;
import org.lianshen.model.review.State;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** The steps of the round beside the opinions: the way of the project, experts, who was asked besides and who passed on, closing, conclusion and letter. */
final class StepsSide {

    private final Composite area;
    private final Kit kit;
    private final Look look;
    private final ReviewMessages messages;
    private final Texts texts;
    private final RulePack pack;
    private final ReviewState state;
    private final ReviewSteps steps;

    /** @param lead whether the person may do what the lead body does. @param decides whether the person may conclude without a meeting */
    StepsSide(Composite area, Kit kit, ReviewMessages messages, Texts texts, RulePack pack, ReviewState state, boolean lead, boolean decides, ReviewActions actions) {
        this.area = area;
        this.kit = kit;
        look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.pack = pack;
        this.state = state;
        steps = state.steps();
        facts();
        String no = lead ? "" : messages.notLead;
        switch (state.state()) {
            case PRE_REJECTED -> primary(messages.acceptAfterAll, actions::accept, no);
            case DEFERRED -> {
                if (steps.preRejection() != null) {
                    primary(messages.acceptAfterAll, actions::accept, no);
                }
            }
            case COUNTERSIGN, EXPERT_REVIEW, READY_FOR_MEETING, READY_TO_CONCLUDE -> round(no, decides, actions);
            case APPROVED, CONDITIONAL, REJECTED, MERGED -> {
                if (steps.issuance() == null && state.decision() != null) {
                    primary(messages.issue, actions::issue, no);
                }
            }
            default -> {
                // Nothing to do here.
            }
        }
    }

    private void round(String no, boolean decides, ReviewActions actions) {
        Composite row = Standings.strip(area, look);
        String open = !no.isEmpty() ? no : steps.closed() ? messages.roundClosed : "";
        button(row, messages.ask, actions::ask, open);
        button(row, messages.remind, actions::remind, !open.isEmpty() ? open : state.waitedFor(pack).isEmpty() ? messages.nobodyWaited : "");
        if (steps.route() != null && (steps.route().experts() || state.state() == State.EXPERT_REVIEW)) {
            button(row, messages.experts, actions::experts, !open.isEmpty() ? open : steps.experts() == null ? "" : messages.expertsIn);
        }
        boolean collected = state.state() == State.READY_FOR_MEETING || state.state() == State.READY_TO_CONCLUDE;
        button(row, messages.summarise, actions::summarise, !open.isEmpty() ? open : collected ? "" : messages.notCollected);
        if (state.state() == State.READY_TO_CONCLUDE) {
            primary(messages.conclude, actions::conclude, decides ? "" : messages.notLead);
        }
    }

    /** One beside the other, going on in the next line where one is full. */
    private void button(Composite row, String verb, Runnable act, String blocked) {
        FlatButton button = kit.button(row, verb, act);
        button.setLayoutData(new RowData());
        button.allowUnless(blocked);
    }

    private void primary(String verb, Runnable act, String blocked) {
        kit.primary(area, verb, act).allowUnless(blocked);
    }

    private void facts() {
        Composite list = new Composite(area, SWT.NONE);
        list.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(list);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        if (steps.route() != null) {
            line(list, Tone.NEUTRAL, String.join("；", steps.route().why().stream().map(texts::format).toList()));
        }
        if (steps.clock().stopped() > 0) {
            line(list, Tone.NEUTRAL, messages.format(messages.clockStopped, steps.clock().running(), steps.clock().stopped()));
        } else if (steps.clock().running() > 0) {
            line(list, Tone.NEUTRAL, messages.format(messages.clock, steps.clock().running()));
        }
        if (steps.preRejection() != null) {
            line(list, Tone.WARN, messages.format(messages.preRejected, ((ActDetail.PreRejection) steps.preRejection().detail()).reason()));
        }
        if (steps.experts() != null) {
            var review = (ActDetail.ExpertReview) steps.experts().detail();
            line(list, Standings.tone(review.conclusion()), messages.format(messages.expertsSaid, texts.get("review.overall." + review.conclusion().name()),
                    review.score() == null ? "" : review.score().toPlainString(), review.summary()));
        }
        state.bodies().forEach(body -> held(list, body));
        if (!steps.closed() && state.state().countersigning() && state.bodies().stream().anyMatch(body -> body.standing() == BodyStatus.Standing.OVERDUE)) {
            line(list, Tone.INFO, messages.lateAccepted);
        }
        if (steps.closed()) {
            line(list, Tone.OK, messages.format(messages.closedBy, steps.summary().signedBy(), ((ActDetail.Summary) steps.summary().detail()).words()));
        }
        if (steps.issuance() != null) {
            var letter = (ActDetail.Issuance) steps.issuance().detail();
            line(list, Tone.OK, messages.format(messages.issuedAs, letter.documentNo(), letter.date().toString()));
        }
        if (list.getChildren().length == 0) {
            list.dispose();
        }
    }

    private void held(Composite list, BodyStatus body) {
        if (body.seat() == null) {
            return;
        }
        String name = Standings.shortName(body.seat().body(), texts);
        if (body.seat().added()) {
            line(list, Tone.INFO, messages.format(messages.askedBesides, name, body.due().toString()));
        }
        if (body.seat().transferred()) {
            String holder = state.bodies().stream().filter(each -> each.body().equals(body.holder())).map(each -> Standings.shortName(each.office(pack), texts)).findFirst()
                    .orElse(body.holder());
            line(list, Tone.INFO, messages.format(messages.passedOn, name, holder, body.seat().person() == null ? "" : body.seat().person()));
        }
    }

    private void line(Composite list, Tone tone, String text) {
        var label = kit.wrapped(list, text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        label.setForeground(tone == Tone.NEUTRAL ? look.muted() : look.tone(tone));
    }
}
