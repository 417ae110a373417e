package org.lianshen.service.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.service.store.Tx;

/** Experts of a private copy of the rows. */
record MemoryExperts(MemoryTx tx) implements Tx.Experts {

    @Override
    public List<Expert> pool() {
        return tx.state().experts.values().stream().sorted(Comparator.comparing(Expert::no)).toList();
    }

    @Override
    public Optional<Expert> find(UUID id) {
        return Optional.ofNullable(tx.state().experts.get(id));
    }

    @Override
    public Expert save(Expert expert) {
        tx.writing();
        Expert stored = tx.state().experts.get(expert.id());
        Expert namesake = pool().stream().filter(each -> each.no().equals(expert.no()) && !each.id().equals(expert.id())).findFirst().orElse(null);
        if (namesake != null || expert.version() != (stored == null ? 0 : stored.version())) {
            throw new StaleWrite("expert " + expert.no(), expert, namesake == null ? stored : namesake);
        }
        Expert kept = expert.with(expert.id(), expert.no(), expert.version() + 1);
        tx.state().experts.put(kept.id(), kept);
        return kept;
    }

    @Override
    public List<ExpertAct> acts(UUID proposal) {
        return List.copyOf(tx.state().expertActs.getOrDefault(proposal, List.of()));
    }

    @Override
    public Map<UUID, List<ExpertAct>> allActs() {
        return Map.copyOf(tx.state().expertActs);
    }

    @Override
    public void add(ExpertAct act) {
        tx.writing();
        List<ExpertAct> acts = tx.state().expertActs.computeIfAbsent(act.proposal(), id -> new ArrayList<>());
        acts.stream().filter(stored -> stored.seq() == act.seq()).findFirst().ifPresent(stored -> {
            throw new StaleWrite("expert act " + act.seq(), act, stored);
        });
        acts.add(act);
    }

    @Override
    public Optional<ScoreSheet> draft(UUID proposal, UUID expert) {
        return Optional.ofNullable(tx.state().scoreDrafts.get(proposal + "|" + expert));
    }

    @Override
    public void saveDraft(UUID proposal, UUID expert, ScoreSheet sheet) {
        tx.writing();
        if (sheet == null) {
            tx.state().scoreDrafts.remove(proposal + "|" + expert);
        } else {
            tx.state().scoreDrafts.put(proposal + "|" + expert, sheet);
        }
    }
}
