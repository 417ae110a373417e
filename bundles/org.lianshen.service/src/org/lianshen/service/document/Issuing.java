package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.service.DocumentService.Composed;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.DocumentService.Signing;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.document.OfficialPaper.Form;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** 签发 inside a transaction: a paper of one composer as it stands, and its next version. */
record Issuing(Desk desk, Tx tx, PaperComposer composer) {

    /** Oldest first. */
    List<IssuedPaper> versions(PaperKey key) {
        return tx.papers().of(key.subject()).stream().filter(issued -> issued.key().equals(key)).sorted(Comparator.comparing(IssuedPaper::version)).toList();
    }

    private Optional<IssuedPaper> last(PaperKey key) {
        return versions(key).stream().reduce((older, newer) -> newer);
    }

    Listed listed(PaperKey key) {
        IssuedPaper last = last(key).orElse(null);
        return new Listed(key, composer.name(tx, key), standing(key, last, last != null && same(key, last)), last);
    }

    private Standing standing(PaperKey key, IssuedPaper last, boolean same) {
        if (!composer.goesOut(key)) {
            return Standing.WORKING;
        }
        return last == null ? Standing.DRAFT : same ? Standing.SIGNED : Standing.CHANGED;
    }

    private boolean same(PaperKey key, IssuedPaper last) {
        try {
            return same(composer.compose(tx, key, notice -> { }), last);
        } catch (UserProblem factsGone) {
            return false;
        }
    }

    /** Whether they say the same: how wide a newer program makes its columns is no change of facts. */
    private static boolean same(OfficialPaper fresh, IssuedPaper last) {
        return PaperDifference.between(last.content(), fresh).changes().isEmpty();
    }

    /** As it went out where the facts are still what they were then; else a draft of what they are now. */
    Composed current(PaperKey key) {
        IssuedPaper last = last(key).orElse(null);
        var notices = new ArrayList<Message>();
        OfficialPaper fresh = composer.compose(tx, key, notices::add);
        Standing standing = standing(key, last, last != null && same(fresh, last));
        return switch (standing) {
            case WORKING -> new Composed(fresh, standing, null, notices);
            case SIGNED -> new Composed(last.content(), standing, last, List.of());
            case DRAFT -> new Composed(draft(fresh, fresh.number()), standing, null, notices);
            case CHANGED -> {
                notices.add(Message.of("paper.factsChanged", last.version(), last.content().printedOn()));
                yield new Composed(draft(fresh, last.number()), standing, last, notices);
            }
        };
    }

    private static OfficialPaper draft(OfficialPaper fresh, String number) {
        return fresh.as(number, fresh.date(), fresh.printedOn(), true, fresh.anchor());
    }

    /** As it lies in the file of its project: the version that went out last, else as the facts give it. */
    Composed filed(PaperKey key) {
        IssuedPaper last = last(key).orElse(null);
        if (last != null) {
            return new Composed(last.content(), Standing.SIGNED, last, List.of());
        }
        var notices = new ArrayList<Message>();
        OfficialPaper paper = composer.compose(tx, key, notices::add);
        return new Composed(paper, standing(key, null, false), null, notices);
    }

    /** What the next version would bear. */
    Signing signing(PaperKey key) {
        OfficialPaper fresh = composer.compose(tx, key, notice -> { });
        Optional<IssuedPaper> last = last(key);
        if (last.isPresent()) {
            return new Signing(last.get().number(), false, desk.today(), last.get().version() + 1);
        }
        boolean asked = composer.numbered(tx, key);
        return new Signing(asked ? new PaperNumbers(tx).next(key.kind(), desk.pack().name(), desk.today()) : fresh.number(), asked, desk.today(), 1);
    }

    /**
     * @param number taken where the paper is asked for one
     * @throws UserProblem with what stands against it; nothing is stored then
     */
    IssuedPaper sign(PaperKey key, String number, LocalDate date) {
        if (!composer.goesOut(key)) {
            throw UserProblem.of("official.workingPaper", composer.name(tx, key));
        }
        composer.unready(tx, key).ifPresent(open -> {
            throw new UserProblem(List.of(open));
        });
        AuditVerdict chain = tx.audit().verify();
        if (!chain.ok() || chain.records() == 0) {
            throw UserProblem.of("paper.sign.chain", chain.firstBroken() == null ? 1 : chain.firstBroken());
        }
        Optional<IssuedPaper> last = last(key);
        OfficialPaper fresh = composer.compose(tx, key, notice -> { });
        last.filter(signed -> same(fresh, signed)).ifPresent(signed -> {
            throw UserProblem.of("paper.sign.same", signed.version(), signed.content().printedOn());
        });
        LocalDate earliest = last.map(signed -> signed.content().printedOn()).orElse(LocalDate.MIN);
        if (date == null || date.isAfter(desk.today()) || date.isBefore(earliest)) {
            throw UserProblem.of("paper.sign.date", desk.today());
        }
        Signing bears = signing(key);
        String given = bears.asked() ? (number == null ? "" : number.strip()) : bears.number();
        if (bears.asked()) {
            new PaperNumbers(tx).take(key, given);
        }
        String code = AuditCode.of(chain.anchor());
        OfficialPaper content = fresh.as(given, fresh.form() == Form.LETTER ? date : fresh.date(), date, false, code);
        IssuedPaper kept = tx.papers().add(new IssuedPaper(desk.ids().next(), key, bears.version(), content, null, chain.records(), code, desk.actor().display(), desk.clock().instant()));
        if (last.isEmpty()) {
            composer.signed(tx, kept);
        }
        tx.audit().append(new AuditEntry(SIGNED, "paper " + kept.id(), last.map(signed -> "v" + signed.version()).orElse(null), "v" + kept.version(), note(kept)));
        return kept;
    }

    static final String SIGNED = "paper.sign";

    private static String note(IssuedPaper kept) {
        return String.join(" ", kept.key().kind().name(), kept.number(), "sha256 " + kept.digest());
    }
}
