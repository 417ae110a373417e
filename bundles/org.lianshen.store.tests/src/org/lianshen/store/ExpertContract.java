package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;

/** What every store promises about experts; runs on H2 and on PostgreSQL. */
abstract class ExpertContract extends StoreFixture {

    private Proposal proposal() {
        return writing(tx -> tx.proposals().save(new Proposal(ids.next(), null, ProposalForm.EMPTY, List.of(), "li", clock.instant(), "li", List.of(), 0)));
    }

    private Expert expert(int seed) {
        return new Anything(seed).of(Expert.class).with(ids.next(), "ZJ%04d".formatted(seed), 0);
    }

    @Test
    void thePoolComesBackByNumberAsItWas() {
        var saved = new ArrayList<Expert>();
        for (int seed = 20; seed > 0; seed--) {
            Expert expert = expert(seed);
            saved.add(writing(tx -> tx.experts().save(expert)));
        }
        reopen();
        saved.sort(Comparator.comparing(Expert::no));
        assertEquals(saved, read(tx -> tx.experts().pool()));
        assertEquals(Optional.of(saved.get(3)), read(tx -> tx.experts().find(saved.get(3).id())));
    }

    @Test
    void aStaleOrTakenNumberIsRefused() {
        Expert first = writing(tx -> tx.experts().save(expert(1)));
        Expert changed = writing(tx -> tx.experts().save(first.standing(false, "停用")));
        assertEquals(2, changed.version());
        assertThrows(StaleWrite.class, () -> write(tx -> tx.experts().save(first)));
        assertThrows(StaleWrite.class, () -> write(tx -> tx.experts().save(expert(1))));
        assertEquals(List.of(changed), read(tx -> tx.experts().pool()));
    }

    @Test
    void actsOfEveryKindComeBackInOrder() {
        Proposal proposal = proposal();
        var acts = new ArrayList<ExpertAct>();
        for (Class<?> kind : ExpertStep.class.getPermittedSubclasses()) {
            for (int seed = 0; seed < 10; seed++) {
                var anything = new Anything(seed);
                var act = new ExpertAct(ids.next(), proposal.id(), acts.size() + 1, seed, "li", clock.instant().plusSeconds(seed), (ExpertStep) anything.of(kind));
                acts.add(act);
                write(tx -> tx.experts().add(act));
            }
        }
        reopen();
        assertEquals(acts, read(tx -> tx.experts().acts(proposal.id())));
        assertEquals(Map.of(proposal.id(), acts), read(tx -> tx.experts().allActs()));
        ExpertAct again = acts.getFirst();
        assertThrows(StaleWrite.class, () -> write(tx -> tx.experts().add(new ExpertAct(ids.next(), again.proposal(), again.seq(), 1, "li", clock.instant(), again.step()))));
    }

    @Test
    void draftsOfSheetsAreKeptPerExpertAndTakenAway() {
        Proposal proposal = proposal();
        Expert one = writing(tx -> tx.experts().save(expert(1)));
        Expert other = writing(tx -> tx.experts().save(expert(2)));
        for (int seed = 0; seed < 10; seed++) {
            var sheet = new Anything(seed).of(ScoreSheet.class);
            write(tx -> tx.experts().saveDraft(proposal.id(), one.id(), sheet));
            assertEquals(Optional.of(sheet), read(tx -> tx.experts().draft(proposal.id(), one.id())));
        }
        assertEquals(Optional.empty(), read(tx -> tx.experts().draft(proposal.id(), other.id())));
        write(tx -> tx.experts().saveDraft(proposal.id(), one.id(), null));
        assertEquals(Optional.empty(), read(tx -> tx.experts().draft(proposal.id(), one.id())));
    }
}
