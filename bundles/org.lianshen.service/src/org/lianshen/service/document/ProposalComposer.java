package org.lianshen.service.document;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.FormCheck;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.service.price.PriceBook;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** 申报书: a submitted version of the application form in print. */
final class ProposalComposer implements PaperComposer {

    private final Desk desk;

    ProposalComposer(Desk desk) {
        this.desk = desk;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.PROPOSAL;
    }

    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        ProposalCase found = ProposalCase.find(desk, tx, subject);
        return found == null ? List.of() : found.proposal().versions().stream().map(version -> new PaperKey(kind(), subject, Integer.toString(version.no()))).toList();
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        return Message.of("paper.name.PROPOSAL", ProposalCase.of(desk, tx, key.subject()).proposal().reviewNo(), key.part());
    }

    @Override
    public boolean owns(Tx tx, PaperKey key, Actor actor) {
        return PaperParts.ofUnit(tx, key, actor);
    }

    @Override
    public boolean goesOut(PaperKey key) {
        return false;
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        ProposalVersion version = project.proposal().versions().stream().filter(each -> Integer.toString(each.no()).equals(key.part())).findFirst()
                .orElseThrow(() -> UserProblem.of("official.noVersion", project.proposal().reviewNo(), key.part()));
        var warnings = FormCheck.check(version.form(), project.pack(version.submittedAt()), project.day(version.submittedAt()), new PriceBook(desk.clock().getZone()).of(tx));
        return OfficialPaper.working(PaperTexts.get("official.proposal.title"), PaperTexts.get("official.proposal.number", project.proposal().reviewNo(), version.no()),
                new ProposalText(version, warnings).blocks(), List.of(), version.form().unit(), project.day(version.submittedAt()), false, false, "");
    }
}
