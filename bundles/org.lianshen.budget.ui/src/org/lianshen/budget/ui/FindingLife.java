package org.lianshen.budget.ui;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStates;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.Waiver;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.Session;
import org.lianshen.service.finding.FindingTexts;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** How a finding stands, what comes next as buttons, the waiver with its signatures, and what was done so far. */
final class FindingLife {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final Kit kit;
    private final Look look;
    private final BudgetMessages messages;
    private final Texts texts;
    private final Session session;
    private final FindingActions actions;

    FindingLife(Kit kit, BudgetMessages messages, Texts texts, Session session, FindingActions actions) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.session = session;
        this.actions = actions;
    }

    /** State, next step and buttons. */
    void state(Composite parent, FindingsModel model, FindingState state) {
        Composite row = kit.row(parent, 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        kit.tag(row, tone(state), texts.get("finding.stage." + state.stage().name()));
        Label about = kit.wrapped(row, about(model, state));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(about);
        Label next = kit.wrapped(parent, next(model, state));
        next.setFont(look.bold());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(next);
        List<FindingSteps> offered = FindingSteps.offered(state, session.actor());
        if (!offered.isEmpty()) {
            var buttons = new Composite(parent, SWT.NONE);
            buttons.setBackground(parent.getBackground());
            var layout = new RowLayout(SWT.HORIZONTAL);
            layout.marginLeft = layout.marginRight = layout.marginTop = layout.marginBottom = 0;
            layout.spacing = look.u(2);
            buttons.setLayout(layout);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
            boolean first = true;
            for (FindingSteps step : offered) {
                boolean main = first && !linkOpen(model, state) && step != FindingSteps.ASSIGN && step != FindingSteps.REMARK;
                String verb = texts.get("finding.do." + step.name());
                FlatButton button = main ? kit.primary(buttons, verb, () -> actions.start(step, model.year(), state)) : kit.button(buttons, verb, () -> actions.start(step, model.year(), state));
                button.setLayoutData(null); // they flow, however many there are
                button.setToolTipText(texts.get("finding.hint." + step.name()));
                first = false;
            }
        }
        if (state.waiver() != null) {
            waiver(parent, state.waiver());
        }
    }

    private static Tone tone(FindingState state) {
        return switch (state.stage()) {
            case NEW -> FindingDetail.tone(state.finding().severity());
            case NOTIFIED, RECTIFYING, WAIVER_REQUESTED -> state.overdue() ? Tone.BLOCK : Tone.WARN;
            case RECTIFIED -> Tone.INFO;
            case WAIVED, CLOSED -> Tone.OK;
        };
    }

    /** Since when, until when, who, which letter. */
    private String about(FindingsModel model, FindingState state) {
        RulePack pack = model.pack();
        var parts = new java.util.ArrayList<String>();
        parts.add(messages.format(messages.sinceText, state.since().toString()));
        if (state.due() != null) {
            int days = pack.calendar().workdaysBetween(session.today(), state.due());
            parts.add(state.overdue() ? messages.format(messages.overdueText, state.due().toString(), -days) : messages.format(messages.dueText, state.due().toString(), days));
        }
        if (!state.owner().isEmpty()) {
            parts.add(messages.format(messages.ownerText, state.owner()));
        }
        if (!state.letterNo().isEmpty()) {
            parts.add(messages.format(messages.letterText, state.letterNo()));
        }
        if (state.returned() > 0) {
            parts.add(messages.format(messages.returnedText, state.returned()));
        }
        return String.join("　", parts);
    }

    /** New, and an officer has yet to say which project it is. */
    private static boolean linkOpen(FindingsModel model, FindingState state) {
        return state.stage() == FindingState.Stage.NEW && state.present() && state.finding().project() == null && !model.candidates(state.finding()).isEmpty();
    }

    private String next(FindingsModel model, FindingState state) {
        boolean open = linkOpen(model, state);
        String sentence = texts.get("finding.next." + (open ? "NEW_LINK" : state.stage() == FindingState.Stage.NOTIFIED && state.replied() ? "REPLIED" : state.stage().name()));
        return state.blocks() ? messages.format(messages.blocksText, sentence) : sentence;
    }

    private void waiver(Composite parent, Waiver waiver) {
        Composite card = kit.card(parent, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(3), look.u(2)).spacing(0, look.u(1)).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        kit.bold(card, messages.format(messages.waiverHead, texts.get("finding.waiver." + waiver.standing().name()), waiver.until().toString()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(card, waiver.reason()));
        for (Waiver.Signature signature : waiver.signatures()) {
            String text = messages.format(signature.agreed() ? messages.signatureAgreed : messages.signatureRefused, body(signature.body()), signature.person(), signature.on().toString(),
                    signature.onBehalf() ? messages.fromPaper : "");
            GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(card, text));
        }
        if (!waiver.missing().isEmpty()) {
            String bodies = waiver.missing().stream().map(this::body).collect(Collectors.joining("、"));
            Label missing = kit.wrapped(card, messages.format(waiver.severity() == org.lianshen.model.pack.Severity.E ? messages.signaturesMissing : messages.signatureMissing, bodies));
            missing.setForeground(look.tone(Tone.WARN));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(missing);
        }
    }

    private String body(String code) {
        return session.pack().bodies().stream().filter(body -> body.code().equals(code)).findFirst().map(actions::name).orElse(code);
    }

    /** What was done, newest last; what may be taken back has a link. */
    void history(Composite parent, FindingsModel model, FindingState state) {
        List<FindingAct> acts = model.standings().acts(state.id());
        kit.section(parent, messages.history);
        Composite table = kit.row(parent, 3);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        entry(table, state.opened().toString(), messages.format(messages.openedText, state.opened().toString()), "");
        List<FindingAct> counting = FindingStates.counting(acts);
        for (FindingAct act : acts) {
            boolean counts = counting.contains(act);
            String who = act.onBehalf() ? messages.format(messages.onBehalfText, act.signedBy(), act.recordedBy()) : act.signedBy();
            String text = texts.format(FindingTexts.said(act.step()));
            entry(table, MINUTE.format(act.at()), counts ? text : messages.format(messages.takenBack, text), who);
            if (counts && !(act.step() instanceof FindingStep.Retraction)) {
                kit.link(table, messages.retract, () -> actions.retract(model.year(), state, act));
            } else {
                kit.text(table, "");
            }
            act.step().attachments().forEach(file -> file(table, file));
        }
    }

    /** A file that came with an act: its name opens it. */
    private void file(Composite table, Attachment file) {
        kit.text(table, "");
        Link name = kit.link(table, file.fileName(), () -> actions.openFile(file));
        Kit.name(name, messages.format(messages.openFileNamed, file.fileName()));
        Link save = kit.link(table, kit.messages().saveCopy, () -> actions.saveFile(file));
        Kit.name(save, messages.format(messages.saveFileNamed, file.fileName()));
    }

    private void entry(Composite table, String when, String text, String who) {
        kit.caption(table, when);
        Label said = kit.wrapped(table, who.isEmpty() ? text : String.join("　", text, who));
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(40), SWT.DEFAULT).applyTo(said);
        if (who.isEmpty()) {
            kit.text(table, "");
        }
    }
}
