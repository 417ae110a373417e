package org.lianshen.review.ui;

import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.meeting.Absences.Absence;
import org.lianshen.service.MeetingService.Item;
import org.lianshen.service.MeetingService.Leaver;
import org.lianshen.service.MeetingService.Silent;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** What the secretary sees of an item before it is decided: who must leave or has left, who is in the chair, who said nothing, and what the opinions amount to. */
final class RoomFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(BeijingTime.ZONE);

    private final Composite area;
    private final Kit kit;
    private final ReviewMessages messages;
    private final Texts texts;
    private final MeetingModel model;
    private final UUID proposal;
    private final Acts acts;
    private Item shown;

    /** What is done about what is seen. */
    interface Acts {

        void leave(UUID proposal, Leaver leaver);

        /** Somebody steps back for reasons of their own. */
        void leaveBesides(UUID proposal);

        void comeBack(UUID proposal, String person);

        void note(UUID proposal, Silent silent, String words);

        /** Takes what is proposed as the decision. */
        void accept(UUID proposal);
    }

    RoomFacts(Composite parent, Kit kit, ReviewMessages messages, Texts texts, MeetingModel model, UUID proposal, Acts acts) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        this.model = model;
        this.proposal = proposal;
        this.acts = acts;
        area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(1)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
    }

    /** @param item null where it is not known yet. Left alone where nothing changed: somebody may be typing into it. */
    void show(Item item) {
        if (item == null || item.equals(shown) || shown != null && same(item)) {
            shown = item == null ? shown : item;
            return;
        }
        shown = item;
        Kit.clear(area);
        boolean open = !model.meeting().closed();
        item.leavers().forEach(leaver -> leaver(leaver, open));
        item.absences().stream().filter(absence -> !absence.outside()).forEach(this::came);
        if (item.deputy()) {
            kit.toned(area, Tone.INFO, messages.format(messages.deputyPresides, item.presiding()));
        }
        if (open) {
            item.silent().forEach(this::silent);
            proposed(item);
        }
    }

    private boolean same(Item item) {
        return item.leavers().equals(shown.leavers()) && item.absences().equals(shown.absences()) && item.deputy() == shown.deputy() && item.proposed().equals(shown.proposed())
                && item.silent().stream().map(Silent::code).toList().equals(shown.silent().stream().map(Silent::code).toList());
    }

    private void leaver(Leaver leaver, boolean open) {
        Composite card = kit.card(area, 2);
        card.setBackground(kit.look().tint(leaver.outside() ? Tone.INFO : Tone.WARN));
        var words = kit.wrapped(card, messages.format(leaver.outside() ? messages.isOutside : messages.mustLeave, leaver.person(), texts.format(leaver.why()), since(leaver)));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        if (open && leaver.outside()) {
            kit.button(card, messages.comeBack, () -> acts.comeBack(proposal, leaver.person()));
        } else if (open) {
            kit.button(card, messages.leaveRoom, () -> acts.leave(proposal, leaver));
        }
    }

    private String since(Leaver leaver) {
        return shown.absences().stream().filter(Absence::outside).filter(absence -> absence.person().equals(leaver.person())).findFirst().map(absence -> MINUTE.format(absence.left()))
                .orElse("");
    }

    private void came(Absence absence) {
        kit.muted(area, messages.format(messages.wasOutside, absence.person(), MINUTE.format(absence.left()), MINUTE.format(absence.back())));
    }

    private void silent(Silent silent) {
        Composite row = kit.row(area, 2);
        kit.toned(row, Tone.WARN, messages.format(silent.asked() ? messages.silentUnit : messages.silentBody, texts.format(silent.name())));
        if (silent.asked()) {
            Text note = kit.entry(row, messages.noteSilent, SWT.NONE);
            note.setMessage(messages.noteSilent);
            note.setText(silent.noted());
            note.addListener(SWT.Modify, event -> acts.note(proposal, silent, note.getText()));
        }
    }

    private void proposed(Item item) {
        Composite row = Standings.strip(area, kit.look());
        kit.tag(row, item.proposed().kind() == null ? Tone.WARN : Tone.INFO, texts.format(item.proposed().why())).setLayoutData(new RowData());
        if (item.proposed().kind() != null) {
            kit.button(row, messages.acceptProposed, () -> acts.accept(proposal)).keys("Enter").setLayoutData(new RowData());
        }
        kit.quiet(row, messages.stepBack, () -> acts.leaveBesides(proposal)).setLayoutData(new RowData());
    }
}
