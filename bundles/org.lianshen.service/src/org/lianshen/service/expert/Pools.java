package org.lianshen.service.expert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertCheck;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.UnitNames;
import org.lianshen.service.ExpertService.Pooled;
import org.lianshen.service.ExpertService.Served;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** The pool inside a transaction: load and history computed from what was done, entries added and changed. */
record Pools(Desk desk, Tx tx) {

    private static final Pattern OWN_NUMBER = Pattern.compile("ZJ(\\d{1,8})");

    List<Pooled> all() {
        Map<UUID, List<Served>> histories = new HashMap<>();
        Map<UUID, Integer> loads = new HashMap<>();
        List<Expert> pool = tx.experts().pool();
        Map<UUID, List<ExpertAct>> acts = tx.experts().allActs();
        var seen = new SeenPanels(SeenPanels.expertOf(pool, desk.actor()), desk.actor());
        (acts.isEmpty() ? List.<Proposal>of() : tx.proposals().all()).stream().filter(proposal -> acts.containsKey(proposal.id()))
                .forEach(proposal -> served(seen, proposal, acts.get(proposal.id()), histories, loads));
        boolean personal = desk.actor().may(Permission.SEE_EXPERT_PRIVATE);
        return pool.stream().map(expert -> new Pooled(personal ? expert : expert.withoutPersonal(), loads.getOrDefault(expert.id(), 0),
                histories.getOrDefault(expert.id(), List.of()).stream().sorted(Comparator.comparing(Served::day).reversed()).toList())).toList();
    }

    private void served(SeenPanels seen, Proposal proposal, List<ExpertAct> acts, Map<UUID, List<Served>> histories, Map<UUID, Integer> loads) {
        Set<Integer> rounds = new TreeSet<>();
        acts.forEach(act -> rounds.add(act.round()));
        for (int round : rounds) {
            Panel panel = seen.of(acts, round);
            boolean current = proposal.latest() != null && proposal.latest().no() == round && panel.opinion() == null;
            for (Member member : panel.members()) {
                var day = java.time.LocalDate.ofInstant(member.since(), desk.clock().getZone());
                histories.computeIfAbsent(member.id(), key -> new ArrayList<>()).add(new Served(proposal.id(), proposal.reviewNo(), proposal.form().name(), round,
                        member.standing(), member.scoring() == null ? null : member.scoring().sheet().total(), day));
                if (current && member.in() && member.standing() != Standing.SCORED) {
                    loads.merge(member.id(), 1, Integer::sum);
                }
            }
        }
    }

    Expert find(UUID id) {
        return tx.experts().find(id).orElseThrow(() -> UserProblem.of("expert.unknown"));
    }

    /** Stores the entry with its audit record; the record says that it was changed, not what is personal in it. */
    Expert save(Expert typed, String action) {
        return save(typed, action, tx.experts().pool());
    }

    /** @param pool all there are now */
    private Expert save(Expert typed, String action, List<Expert> pool) {
        Expert stored = pool.stream().filter(each -> each.id().equals(typed.id())).findFirst().orElse(null);
        Expert whole = stored == null || desk.actor().may(Permission.SEE_EXPERT_PRIVATE) ? typed : personalOf(stored, typed);
        var problems = ExpertCheck.problems(whole, desk.today());
        if (!problems.isEmpty()) {
            throw new UserProblem(problems);
        }
        String no = whole.no().isEmpty() ? nextNo(pool) : whole.no();
        pool.stream().filter(each -> each.no().equals(no) && !each.id().equals(whole.id())).findFirst().ifPresent(each -> {
            throw UserProblem.of("expert.numberTaken", no, each.name());
        });
        Expert kept = tx.experts().save(whole.with(whole.id() == null ? desk.ids().next() : whole.id(), no, whole.version()));
        tx.audit().append(new AuditEntry(action, "expert " + kept.no(), null, null, kept.name()));
        return kept;
    }

    /** Whoever does not see what is personal does not change it. */
    private static Expert personalOf(Expert stored, Expert typed) {
        return new Expert(typed.id(), typed.no(), typed.name(), typed.unit(), typed.former(), typed.title(), typed.fields(), stored.phone(), stored.idTail(), stored.bank(),
                typed.active(), typed.note(), typed.interests(), typed.account(), typed.version());
    }

    private static String nextNo(List<Expert> pool) {
        int last = pool.stream().map(expert -> OWN_NUMBER.matcher(expert.no())).filter(Matcher::matches).mapToInt(own -> Integer.parseInt(own.group(1))).max()
                .orElse(0);
        return "ZJ%04d".formatted(last + 1);
    }

    /** Stores those of a list; who is known by number, or by name, unit and identity, keeps id, number and account. @return how many were new */
    int put(List<Expert> read) {
        var names = new UnitNames(desk.pack());
        var pool = new ArrayList<>(tx.experts().pool());
        int added = 0;
        for (Expert each : read) {
            Expert known = pool.stream().filter(stored -> same(stored, each, names)).findFirst().orElse(null);
            Expert kept = save(known == null ? each.with(null, each.no(), 0) : new Expert(known.id(), known.no(), each.name(), each.unit(), each.former(), each.title(), each.fields(),
                    each.phone(), each.idTail(), each.bank(), each.active(), each.note(), each.interests(), known.account(), known.version()), "expert.import", pool);
            if (known == null) {
                pool.add(kept);
                added++;
            } else {
                pool.set(pool.indexOf(known), kept);
            }
        }
        return added;
    }

    private static boolean same(Expert stored, Expert read, UnitNames names) {
        if (!read.no().isEmpty()) {
            return read.no().equals(stored.no());
        }
        boolean tails = stored.idTail().isEmpty() || read.idTail().isEmpty() || stored.idTail().equalsIgnoreCase(read.idTail());
        return stored.name().equals(read.name()) && names.same(stored.unit(), read.unit()) && tails;
    }
}
