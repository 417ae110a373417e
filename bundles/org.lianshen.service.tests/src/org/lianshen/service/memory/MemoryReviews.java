package org.lianshen.service.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Look;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.store.Tx;

/** Application forms and their course: acts, meetings, what was looked at. */
final class MemoryReviews {

    private final MemoryTx tx;
    private final MemoryState state;

    MemoryReviews(MemoryTx tx) {
        this.tx = tx;
        state = tx.state();
    }

    private void writing() {
        tx.writing();
    }

    Tx.Proposals proposals() {
        return new Tx.Proposals() {
            @Override
            public List<Proposal> all() {
                return List.copyOf(state.proposals.values());
            }

            @Override
            public Optional<Proposal> find(UUID id) {
                return Optional.ofNullable(state.proposals.get(id));
            }

            @Override
            public long submissions() {
                return state.proposals.values().stream().mapToLong(each -> each.versions().size()).sum();
            }

            @Override
            public Optional<Proposal> byReviewNo(String reviewNo) {
                return state.proposals.values().stream().filter(p -> reviewNo.equals(p.reviewNo())).findFirst();
            }

            @Override
            public Proposal save(Proposal p) {
                writing();
                Proposal stored = state.proposals.get(p.id());
                MemoryTx.requireFresh("proposal", p.rowVersion(), stored == null ? 0 : stored.rowVersion(), p, stored);
                if (stored != null && !(p.versions().size() >= stored.versions().size()
                        && p.versions().subList(0, stored.versions().size()).equals(stored.versions()))) {
                    throw new IllegalStateException("stored versions never change");
                }
                if (stored != null && stored.reviewNo() != null && !stored.reviewNo().equals(p.reviewNo())) {
                    throw new IllegalStateException("a review number never changes");
                }
                var kept = new Proposal(p.id(), p.reviewNo(), p.draft(), p.explanations(), p.createdBy(), p.editedAt(), p.editedBy(), p.versions(),
                        p.rowVersion() + 1);
                state.proposals.put(p.id(), kept);
                return kept;
            }

            @Override
            public void delete(UUID id) {
                writing();
                if (state.proposals.get(id).submitted()) {
                    throw new IllegalStateException("a submitted proposal is never deleted");
                }
                state.proposals.remove(id);
            }

            @Override
            public int nextNumber(String division, int year) {
                writing();
                return state.numbers.merge(division + "-" + year, 1, Integer::sum);
            }
        };
    }

    Tx.Acts acts() {
        return new Tx.Acts() {
            @Override
            public List<ReviewAct> of(UUID proposal) {
                return List.copyOf(state.acts.getOrDefault(proposal, List.of()));
            }

            @Override
            public Map<UUID, List<ReviewAct>> all() {
                var all = new HashMap<UUID, List<ReviewAct>>();
                state.acts.forEach((proposal, rows) -> all.put(proposal, List.copyOf(rows)));
                return all;
            }

            @Override
            public void add(ReviewAct act) {
                writing();
                List<ReviewAct> rows = state.acts.computeIfAbsent(act.proposal(), none -> new ArrayList<>());
                Optional<ReviewAct> same = rows.stream().filter(row -> row.seq() == act.seq()).findFirst();
                if (same.isPresent()) {
                    throw new StaleWrite("act", act, same.get());
                }
                rows.add(act);
            }

            @Override
            public Optional<ActDetail.Opinion> draft(UUID proposal, String body) {
                return Optional.ofNullable(state.drafts.get(proposal + "|" + body));
            }

            @Override
            public void saveDraft(UUID proposal, String body, ActDetail.Opinion opinion) {
                writing();
                if (opinion == null) {
                    state.drafts.remove(proposal + "|" + body);
                } else {
                    state.drafts.put(proposal + "|" + body, opinion);
                }
            }
        };
    }

    Tx.Meetings meetings() {
        return new Tx.Meetings() {
            @Override
            public List<Meeting> all() {
                return List.copyOf(state.meetings.values());
            }

            @Override
            public Optional<Meeting> find(UUID id) {
                return Optional.ofNullable(state.meetings.get(id));
            }

            @Override
            public Optional<Meeting> byNo(String no) {
                return state.meetings.values().stream().filter(m -> m.no().equals(no)).findFirst();
            }

            @Override
            public Meeting save(Meeting m) {
                writing();
                Meeting stored = state.meetings.get(m.id());
                MemoryTx.requireFresh("meeting", m.rowVersion(), stored == null ? 0 : stored.rowVersion(), m, stored);
                Meeting kept = m.stored(m.no(), m.closedAt(), m.rowVersion() + 1);
                state.meetings.put(m.id(), kept);
                return kept;
            }

            @Override
            public int nextNumber(int year) {
                writing();
                return state.numbers.merge("meeting-" + year, 1, Integer::sum);
            }
        };
    }

    Tx.MeetingActs meetingActs() {
        return new Tx.MeetingActs() {
            @Override
            public List<MeetingAct> of(UUID meeting) {
                return state.meetingActs.stream().filter(act -> act.meeting().equals(meeting)).sorted(java.util.Comparator.comparingInt(MeetingAct::seq)).toList();
            }

            @Override
            public Map<UUID, List<MeetingAct>> all() {
                return state.meetingActs.stream().sorted(java.util.Comparator.comparingInt(MeetingAct::seq)).collect(java.util.stream.Collectors.groupingBy(MeetingAct::meeting));
            }

            @Override
            public void add(MeetingAct act) {
                writing();
                of(act.meeting()).stream().filter(kept -> kept.seq() == act.seq()).findFirst().ifPresent(kept -> {
                    throw new StaleWrite(act.meeting() + " #" + act.seq(), act, kept);
                });
                state.meetingActs.add(act);
            }
        };
    }

    Tx.Looks looks() {
        return new Tx.Looks() {
            @Override
            public List<Look> of(UUID proposal) {
                return state.looks.stream().filter(look -> look.proposal().equals(proposal)).toList();
            }

            @Override
            public Map<UUID, List<Look>> all() {
                return state.looks.stream().collect(java.util.stream.Collectors.groupingBy(Look::proposal));
            }

            @Override
            public void add(Look look) {
                writing();
                boolean known = state.looks.stream().anyMatch(kept -> kept.proposal().equals(look.proposal()) && kept.account().equals(look.account()) && kept.seq() == look.seq()
                        && kept.version() == look.version());
                if (!known) {
                    state.looks.add(look);
                }
            }
        };
    }

    Tx.Templates templates() {
        return new Tx.Templates() {
            @Override
            public List<PaperTemplate> of(PaperKind kind) {
                return state.templates.stream().filter(template -> template.kind() == kind).toList();
            }

            @Override
            public void add(PaperTemplate template) {
                writing();
                of(template.kind()).stream().filter(other -> other.no() == template.no()).findFirst().ifPresent(other -> {
                    throw new StaleWrite("template", template, other);
                });
                state.templates.add(template);
            }
        };
    }
}
